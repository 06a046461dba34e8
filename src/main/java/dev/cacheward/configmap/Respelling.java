package dev.cacheward.configmap;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveredItem;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.validation.Fingerprint;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says which keys another version of the operator writes otherwise for the same spec. An application that reads them may need
 * an edit too.
 */
final class Respelling {
    private static final int MOST_NAMED = 10;

    private Respelling() {}

    /** Returns the entry that must be looked at, since it promised another content than is wanted now. */
    static Optional<Delivered> suspect(TargetKeys wanted, List<Delivered> before) {
        return before.stream()
                .filter(entry -> entry.target().equals(wanted.configMap()) && entry.mode() == wanted.mode())
                .filter(entry -> entry.keys() > 0 && !entry.hash().equals(Fingerprint.of(wanted.keys())))
                .findFirst();
    }

    /**
     * Returns the sentence; empty if somebody else has changed the map, since then the change is not ours.
     *
     * @param before what the status said of the target
     * @param live the data of the ConfigMap before the write
     */
    static Optional<String> sentence(TargetKeys wanted, Delivered before, Map<String, String> live) {
        SortedMap<String, String> held = new TreeMap<>(live);
        held.keySet().retainAll(keys(before).orElse(wanted.keys().keySet()));
        SortedMap<String, String> changed = new TreeMap<>(wanted.keys());
        changed.entrySet().removeIf(entry -> entry.getValue().equals(held.get(entry.getKey())));
        if (!Fingerprint.of(held).equals(before.hash()) || changed.isEmpty()) {
            return Optional.empty();
        }
        String named = changed.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + " is " + Quote.of(entry.getValue())
                        + Optional.ofNullable(held.get(entry.getKey()))
                                .map(old -> " instead of " + Quote.of(old))
                                .orElse(", which is new"))
                .collect(Collectors.joining("; "));
        String more = changed.size() > MOST_NAMED ? "; and " + (changed.size() - MOST_NAMED) + " more" : "";
        return Optional.of("This version of the operator writes the same spec otherwise into ConfigMap "
                + Quote.whole(wanted.configMap()) + ": " + named + more + ". See whether the application reads it.");
    }

    /** Returns the keys of an entry; empty in a status of a version that did not name them. */
    private static Optional<Set<String>> keys(Delivered before) {
        return Optional.ofNullable(before.items())
                .map(items -> items.stream()
                        .map(DeliveredItem::keys)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()));
    }
}
