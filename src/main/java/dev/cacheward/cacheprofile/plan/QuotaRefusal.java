package dev.cacheward.cacheprofile.plan;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the message of a quota that refuses a pod: {@code exceeded quota: team, requested: pods=1, used: pods=4, limited:
 * pods=4}. It counts the pods that the new one replaces, so it says nothing yet about the time when they are gone. To read the
 * quotas themselves would take another right.
 */
final class QuotaRefusal {
    private static final Pattern EXCEEDED =
            Pattern.compile("exceeded quota: \\S+, requested: (\\S+), used: (\\S+), limited: (\\S+)");

    private QuotaRefusal() {}

    /**
     * Whether the new pod is within the quota as soon as these pods are gone.
     *
     * @param message the API server's words; false for every other refusal
     */
    static boolean passesWithout(List<Pod> going, String message) {
        Matcher exceeded = EXCEEDED.matcher(message);
        if (!exceeded.find()) {
            return false;
        }
        Map<String, BigDecimal> used = amounts(exceeded.group(2));
        Map<String, BigDecimal> limited = amounts(exceeded.group(3));
        return amounts(exceeded.group(1)).entrySet().stream()
                .allMatch(requested -> used.getOrDefault(requested.getKey(), BigDecimal.ZERO)
                                .add(requested.getValue())
                                .subtract(usage(going, requested.getKey()))
                                .compareTo(limited.getOrDefault(requested.getKey(), BigDecimal.ZERO))
                        <= 0);
    }

    private static Map<String, BigDecimal> amounts(String list) {
        return Arrays.stream(list.split(","))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> amount(pair[1]), BigDecimal::add, TreeMap::new));
    }

    private static BigDecimal amount(String quantity) {
        return Quantity.getAmountInBytes(new Quantity(quantity));
    }

    private static BigDecimal usage(List<Pod> pods, String resource) {
        return pods.stream().map(pod -> usage(pod, resource)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what one pod counts for a resource, as {@code pods}, {@code limits.memory} or {@code cpu}. */
    private static BigDecimal usage(Pod pod, String resource) {
        if (resource.equals("pods") || resource.equals("count/pods")) {
            return BigDecimal.ONE;
        }
        boolean limits = resource.startsWith("limits.");
        String name = resource.replaceFirst("^(limits|requests)\\.", "");
        return pod.getSpec().getContainers().stream()
                .map(Container::getResources)
                .flatMap(resources -> amount(resources, limits, name).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> amount(ResourceRequirements resources, boolean limits, String name) {
        Function<ResourceRequirements, Map<String, Quantity>> which =
                limits ? ResourceRequirements::getLimits : ResourceRequirements::getRequests;
        return Optional.ofNullable(resources)
                .map(which)
                .map(amounts -> amounts.get(name))
                .map(Quantity::getAmountInBytes);
    }
}
