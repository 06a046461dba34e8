package dev.cacheward.cacheprofile;

import dev.cacheward.api.v1alpha1.Binding;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Readiness;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts an outcome into the words of the status. Equal outcomes give equal statuses. */
final class CacheProfileStatusFactory {
    private static final String READY = "Redis answers as an application would ask, and all keys are delivered.";

    private CacheProfileStatusFactory() {}

    static CacheProfileStatus status(CacheProfile profile, Outcome outcome, Instant now) {
        CacheProfileStatus before = profile.getStatus();
        long generation = profile.getMetadata().getGeneration();
        List<Finding> findings = new ArrayList<>(Readiness.of(outcome.against(), ready(outcome)));
        findings.add(redis(outcome.availability()));
        findings.add(delivery(outcome));
        List<Delivered> delivered = outcome.invalid().isPresent() ? before(before) : outcome.delivered();
        return new CacheProfileStatus(
                generation,
                Conditions.merge(findings, conditions(before), generation, now),
                binding(profile, before, outcome),
                redis(profile, before, outcome),
                delivered.stream().mapToInt(Delivered::keys).sum(),
                delivered);
    }

    /** The status before, with what the operator could not cope with: nobody knows now whether the profile is ready. */
    static CacheProfileStatus failed(CacheProfile profile, Cause cause, Instant now) {
        CacheProfileStatus before = profile.getStatus();
        List<Condition> conditions = Readiness.unknown(
                cause, conditions(before), profile.getMetadata().getGeneration(), now);
        return new CacheProfileStatus(
                before == null ? -1L : before.observedGeneration(),
                conditions,
                before == null ? null : before.binding(),
                before == null ? null : before.redis(),
                before == null ? null : before.keyCount(),
                before == null ? null : before.delivered());
    }

    /** The conditions of a status that may not exist yet. */
    static List<Condition> conditions(CacheProfileStatus status) {
        return status == null || status.conditions() == null ? List.of() : status.conditions();
    }

    private static String ready(Outcome outcome) {
        return outcome.warnings().isEmpty() ? READY : READY + " Warning: " + String.join(" ", outcome.warnings());
    }

    private static Finding redis(Availability availability) {
        return availability
                .against()
                .map(cause -> cause.against(ConditionType.REDIS_AVAILABLE))
                .orElseGet(() -> new Finding(
                        ConditionType.REDIS_AVAILABLE,
                        Truth.TRUE,
                        Reason.CHECK_PASSED,
                        "AUTH, PING, SET, GET, TTL, DEL, PUBLISH and EVAL work for the application's user."));
    }

    private static Finding delivery(Outcome outcome) {
        return outcome.invalid()
                .map(cause -> new Cause(cause.reason(), "The last valid delivery stays. " + cause.message()))
                .or(outcome::delivery)
                .map(cause -> cause.against(ConditionType.CONFIG_DELIVERED))
                .orElseGet(() -> new Finding(
                        ConditionType.CONFIG_DELIVERED, Truth.TRUE, Reason.DELIVERED, "Every target holds its keys."));
    }

    private static List<Delivered> before(CacheProfileStatus status) {
        return status == null || status.delivered() == null ? List.of() : status.delivered();
    }

    /** Named from the first valid look on: the Secret is written in the same look. */
    private static Binding binding(CacheProfile profile, CacheProfileStatus before, Outcome outcome) {
        boolean nothingMade = outcome.invalid().isPresent() && (before == null || before.binding() == null);
        return nothingMade ? null : new Binding(names(profile).redis());
    }

    private static RedisStatus redis(CacheProfile profile, CacheProfileStatus before, Outcome outcome) {
        if (binding(profile, before, outcome) == null) {
            return null;
        }
        String host = names(profile).host(profile.getMetadata().getNamespace());
        String version = outcome.availability()
                .version()
                .map(ServerVersion::toString)
                .orElseGet(() -> Optional.ofNullable(before)
                        .map(CacheProfileStatus::redis)
                        .map(RedisStatus::version)
                        .orElse(null));
        return new RedisStatus(host + ":" + RedisNames.PORT, version);
    }

    private static RedisNames names(CacheProfile profile) {
        return new RedisNames(profile.getMetadata().getName());
    }
}
