package dev.cacheward.cacheprofile.model.resize;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a container asks for and may take, as numbers: {@code 1Gi} and {@code 1024Mi} are equal.
 *
 * @param requests by the names of the resources; a limit without a request is a request, too
 * @param limits by the names of the resources
 */
public record ContainerResources(SortedMap<String, BigDecimal> requests, SortedMap<String, BigDecimal> limits) {
    private static final Set<String> RESIZABLE = Set.of("cpu", "memory");

    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

    /** Keeps copies. */
    public ContainerResources {
        requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    /** Reads what a spec or a status says; absent is nothing. */
    public static ContainerResources of(ResourceRequirements said) {
        SortedMap<String, BigDecimal> limits = numbers(said.getLimits());
        SortedMap<String, BigDecimal> requests = new TreeMap<>(limits);
        requests.putAll(numbers(said.getRequests()));
        return new ContainerResources(requests, limits);
    }

    private static SortedMap<String, BigDecimal> numbers(Map<String, Quantity> said) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        Optional.ofNullable(said)
                .orElseGet(Map::of)
                .forEach((name, quantity) -> numbers.put(name, canonical(Quantity.getAmountInBytes(quantity))));
        return numbers;
    }

    private static BigDecimal canonical(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /**
     * Returns what a container has that was made with some resources, and gets others. What it has beside them, for example by
     * a LimitRange, stays.
     *
     * @param made what it was made with
     * @param wanted what it gets
     */
    public ContainerResources changed(ContainerResources made, ContainerResources wanted) {
        return new ContainerResources(
                changed(requests, made.requests, wanted.requests), changed(limits, made.limits, wanted.limits));
    }

    private static SortedMap<String, BigDecimal> changed(
            SortedMap<String, BigDecimal> now,
            SortedMap<String, BigDecimal> made,
            SortedMap<String, BigDecimal> wanted) {
        SortedMap<String, BigDecimal> changed = new TreeMap<>(now);
        changed.keySet().removeAll(made.keySet());
        changed.putAll(wanted);
        return changed;
    }

    /**
     * Whether the two differ in nothing but CPU and memory, which alone can change while a container runs, and the other one
     * lacks none of them: Kubernetes takes no request and no limit away.
     */
    public boolean canBecome(ContainerResources other) {
        return others(requests).equals(others(other.requests))
                && others(limits).equals(others(other.limits))
                && other.requests.keySet().containsAll(requests.keySet())
                && other.limits.keySet().containsAll(limits.keySet());
    }

    private static Map<String, BigDecimal> others(SortedMap<String, BigDecimal> all) {
        return all.entrySet().stream()
                .filter(entry -> !RESIZABLE.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns the memory limit in bytes; empty if there is none. */
    public Optional<BigDecimal> memoryLimit() {
        return Optional.ofNullable(limits.get("memory"));
    }

    /** Whether the other one may take less memory. */
    public boolean lowersMemoryTo(ContainerResources other) {
        return other.memoryLimit()
                .filter(after ->
                        memoryLimit().map(now -> after.compareTo(now) < 0).orElse(true))
                .isPresent();
    }

    /** Returns the CPU and memory as the resources of a pod have them. */
    public Map<String, Map<String, String>> asInPod() {
        return Map.of("requests", quantities(requests), "limits", quantities(limits));
    }

    private static Map<String, String> quantities(SortedMap<String, BigDecimal> numbers) {
        return numbers.entrySet().stream()
                .filter(entry -> RESIZABLE.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> quantity(entry.getValue())));
    }

    /** Returns a quantity as a person would write it: 256Mi rather than its bytes. */
    private static String quantity(BigDecimal number) {
        BigDecimal[] mebibytes = number.divideAndRemainder(MEBI);
        return mebibytes[0].signum() > 0 && mebibytes[1].signum() == 0
                ? mebibytes[0].toBigInteger() + "Mi"
                : number.toPlainString();
    }

    /** Whether the CPU and memory are equal. */
    public boolean isSameSize(ContainerResources other) {
        return text().equals(other.text());
    }

    /** Returns the CPU and memory as a text; the same size gives the same text. */
    public String text() {
        return "requests " + text(requests) + " limits " + text(limits);
    }

    private static String text(SortedMap<String, BigDecimal> numbers) {
        return numbers.entrySet().stream()
                .filter(entry -> RESIZABLE.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue().toPlainString())
                .collect(Collectors.joining(","));
    }
}
