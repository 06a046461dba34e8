package dev.cacheward.cli.diagnose;

import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.diagnose.report.DeliveredMap;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.delivery.TargetKeys;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Compares the ConfigMaps that applications read with what the profile says. */
final class DeliveryLook {
    private static final int MOST_NAMES = 5;

    private final Reading reading;

    DeliveryLook(Reading reading) {
        this.reading = reading;
    }

    List<DeliveredMap> look(List<TargetKeys> wanted) {
        return wanted.stream().map(this::look).toList();
    }

    private DeliveredMap look(TargetKeys target) {
        int before = reading.refusals().size();
        Optional<ConfigMap> live =
                reading.get(ConfigMap.class, target.configMap(), "whether applications read what the profile says");
        SortedMap<String, String> keys = target.keys();
        if (reading.refusals().size() > before) {
            return map(target, DeliveredMap.State.UNKNOWN, List.of());
        }
        if (live.isEmpty()) {
            return map(target, DeliveredMap.State.MISSING, List.of());
        }
        Map<String, String> data = Optional.ofNullable(live.get().getData()).orElse(Map.of());
        List<String> differing = keys.entrySet().stream()
                .filter(key -> !key.getValue().equals(data.get(key.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return map(target, differing.isEmpty() ? DeliveredMap.State.AS_WANTED : DeliveredMap.State.DIFFERS, differing);
    }

    private static DeliveredMap map(TargetKeys target, DeliveredMap.State state, List<String> differing) {
        return new DeliveredMap(
                target.configMap(),
                target.merged() ? "Merge" : "Own",
                target.keys().size(),
                state,
                differing);
    }

    /** Returns what is wrong with the ConfigMaps. */
    static List<Found> findings(List<DeliveredMap> maps) {
        return maps.stream()
                .flatMap(map -> words(map).stream())
                .map(DeliveryLook::finding)
                .toList();
    }

    private static Optional<String> words(DeliveredMap map) {
        return switch (map.state()) {
            case MISSING ->
                Optional.of("ConfigMap " + map.configMap() + " does not exist, which applications are to read.");
            case DIFFERS ->
                Optional.of("ConfigMap " + map.configMap() + " has not what the profile says in "
                        + String.join(
                                ", ", map.differing().stream().limit(MOST_NAMES).toList())
                        + (map.differing().size() > MOST_NAMES
                                ? " and " + (map.differing().size() - MOST_NAMES) + " more"
                                : "")
                        + ".");
            case AS_WANTED, UNKNOWN -> Optional.empty();
        };
    }

    private static Found finding(String message) {
        return new Found(
                Found.Severity.ERROR,
                "DeliveryDiffers",
                message,
                "An operator that runs writes it within seconds. If it stays so, the other findings say why.",
                Found.Source.NOW);
    }
}
