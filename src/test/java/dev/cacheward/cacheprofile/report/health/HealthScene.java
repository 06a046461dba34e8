package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.PreviousStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A server whose numbers change by the minute, an operator that looks at it each minute, and the status that it writes. */
final class HealthScene {
    private final Set<ConditionType> told;
    private final Map<String, Long> counters = new TreeMap<>();
    private final Map<String, String> fields = new TreeMap<>(Map.of("redis_version", "8.0.6", "run_id", "first"));
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Readings readings = Readings.none();
    private List<Condition> conditions = List.of();
    private int writes;
    private long lookups;

    HealthScene(ConditionType... told) {
        this.told = Set.of(told);
    }

    /** Sets what INFO says from now on. */
    HealthScene says(String name, Object value) {
        fields.put(name, value.toString());
        return this;
    }

    /** Sets how much a counter grows a minute from now on. */
    HealthScene counts(String name, long each) {
        counters.put(name, each);
        fields.putIfAbsent(name, "0");
        return this;
    }

    HealthScene minutes(int number) {
        for (int minute = 0; minute < number; minute++) {
            pass(Duration.ofMinutes(1));
            look();
        }
        return this;
    }

    /** Lets time pass without a look. */
    HealthScene pass(Duration time) {
        now = now.plus(time);
        counters.forEach((name, each) ->
                fields.compute(name, (key, value) -> "" + (Long.parseLong(value) + each * time.toMinutes())));
        return this;
    }

    HealthScene look() {
        String info = fields.entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        return tell(Optional.of(new Sample(now, "shop-0", ServerInfo.parse(info))));
    }

    HealthScene lookAtASilentServer() {
        return tell(Optional.empty());
    }

    private HealthScene tell(Optional<Sample> sample) {
        readings = sample.map(one -> readings.with(one, lookups)).orElse(readings);
        PreviousStatus<CacheProfileStatus> before = new PreviousStatus<>(
                Optional.of(new CacheProfileStatus(1L, conditions, null, null, 0, List.of(), null)));
        List<Condition> merged =
                Conditions.merge(HealthReport.of(new Vitals(told, true, sample), readings, before), conditions, 1, now);
        writes += merged.equals(conditions) ? 0 : 1;
        conditions = merged;
        return this;
    }

    /** The operator asks for this number of keys that are there. */
    HealthScene samplesKeys(long number) {
        lookups += number;
        fields.compute("keyspace_hits", (key, value) -> "" + (Long.parseLong(value) + number));
        return this;
    }

    /** Another process of the operator goes on. */
    HealthScene restartOperator() {
        readings = Readings.none();
        return this;
    }

    HealthScene restartServer(String runId) {
        counters.keySet().forEach(name -> fields.put(name, "0"));
        return says("run_id", runId);
    }

    Instant now() {
        return now;
    }

    Readings readings() {
        return readings;
    }

    int writes() {
        return writes;
    }

    /** Such as {@code True MemoryAmple}. */
    String verdict() {
        return conditions.stream()
                .map(condition -> condition.status() + " " + condition.reason())
                .collect(Collectors.joining(", "));
    }

    String message() {
        return conditions.stream().map(Condition::message).collect(Collectors.joining(" "));
    }
}
