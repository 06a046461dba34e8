package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.cacheprofile.model.hygiene.KeyCounts;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceState;
import dev.cacheward.cacheprofile.plan.hygiene.KeyspaceHysteresis;
import dev.cacheward.cacheprofile.report.hygiene.KeysFinding;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.keys.SampleDialogue;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.redis.SampledKeys;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The looks at the keys of all profiles that name keyspaces. */
final class Samples {
    private final Map<ResourceKey, Known> all = new ConcurrentHashMap<>();
    private final Map<ResourceKey, Long> lookups = new ConcurrentHashMap<>();
    private final RedisGateway gateway;
    private final HygieneThreads threads;
    private final ServerTelemetry servers;

    /** @param servers is told what each look finds */
    Samples(RedisGateway gateway, HygieneThreads threads, ServerTelemetry servers) {
        this.gateway = gateway;
        this.threads = threads;
        this.servers = servers;
    }

    /**
     * What is looked for: another question begins anew, at once.
     *
     * @param token of the annotation by which a person asks for a look
     */
    record Question(List<KeyspaceRule> rules, String token) {}

    /** @param states empty before the first look */
    private record Known(Question question, SampleJob job, List<KeyspaceState> states) {
        private Known with(List<KeyspaceState> found) {
            return new Known(question, job, found);
        }
    }

    /**
     * Returns what holds, and has the next look made if it is due.
     *
     * @param server empty while none can be used
     */
    Optional<Finding> look(
            ResourceKey profile, Question question, PreviousStatus<?> before, Optional<Target> server, Instant now) {
        if (question.rules().isEmpty()) {
            forget(profile);
            return Optional.empty();
        }
        Known known = known(profile, question);
        server.ifPresent(target -> known.job().begin(target, now));
        return takeUp(profile, known, before);
    }

    /** Returns what holds while nobody knows what to look for. A look that is under way is taken up, and none begins. */
    Optional<Finding> keep(ResourceKey profile, PreviousStatus<?> before) {
        return Optional.ofNullable(all.get(profile))
                .map(known -> takeUp(profile, known, before))
                .orElseGet(() -> previous(before));
    }

    private Optional<Finding> takeUp(ResourceKey profile, Known known, PreviousStatus<?> before) {
        Known current =
                known.job().take().map(found -> learn(profile, known, found)).orElse(known);
        all.put(profile, current);
        return current.states().isEmpty() ? previous(before) : Optional.of(KeysFinding.of(current.states()));
    }

    /**
     * Returns how many hits all looks at a profile have caused on its servers; empty while one is under way, since nobody knows how far
     * it is.
     */
    OptionalLong lookups(ResourceKey profile) {
        return isLooking(profile) ? OptionalLong.empty() : OptionalLong.of(lookups.getOrDefault(profile, 0L));
    }

    private Known known(ResourceKey profile, Question question) {
        Optional<Known> known = Optional.ofNullable(all.get(profile));
        if (known.filter(last -> last.question().equals(question)).isPresent()) {
            return known.get();
        }
        known.ifPresent(last -> last.job().hold());
        return new Known(question, new SampleJob(question.rules(), gateway, threads), List.of());
    }

    /** Whether a look at a profile is under way, whose result should be taken up soon. */
    boolean isLooking(ResourceKey profile) {
        return Optional.ofNullable(all.get(profile))
                .filter(known -> known.job().isLooking())
                .isPresent();
    }

    private Known learn(ResourceKey profile, Known known, SampleDialogue.Sample found) {
        lookups.merge(profile, found.lookups(), Long::sum);
        servers.lookedUp(profile, found.lookups());
        List<KeyspaceState> states = new ArrayList<>();
        List<SampledKeys> numbers = new ArrayList<>();
        List<KeyspaceRule> rules = known.question().rules();
        for (int i = 0; i < rules.size(); i++) {
            KeyspaceRule rule = rules.get(i);
            KeyCounts counts = rule.count(found.millis().getOrDefault(rule.prefix(), List.of()));
            KeyspaceState last = known.states().isEmpty()
                    ? KeyspaceState.unknown(rule)
                    : known.states().get(i);
            states.add(KeyspaceHysteresis.after(last, counts));
            numbers.add(new SampledKeys(rule.prefix(), counts.inTime(), counts.tooLong(), counts.never()));
        }
        servers.sampled(profile, numbers);
        return known.with(states);
    }

    /** Returns what an earlier process, or an earlier question, has found out. */
    private static Optional<Finding> previous(PreviousStatus<?> before) {
        return before.cause(ConditionType.KEYS_EXPIRE)
                .map(cause -> new Finding(
                        ConditionType.KEYS_EXPIRE,
                        before.isTrue(ConditionType.KEYS_EXPIRE) ? ConditionStatus.TRUE : ConditionStatus.FALSE,
                        cause.reason(),
                        cause.message()));
    }

    /** Ends the looks at a profile that is deleted or paused, and forgets what they have cost. */
    void end(ResourceKey profile) {
        forget(profile);
        lookups.remove(profile);
    }

    /** Ends the looks at a profile that names no keyspace any more. */
    private void forget(ResourceKey profile) {
        Optional.ofNullable(all.remove(profile)).ifPresent(known -> {
            known.job().hold();
            servers.sampled(profile, List.of());
        });
    }
}
