package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.Binding;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.RedisSource;
import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.configmap.DeliveryOutcome;
import dev.cacheward.configmap.PresetFinding;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Readiness;
import dev.cacheward.status.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the status from an outcome. Equal outcomes give equal statuses. */
public final class CacheProfileStatusFactory {
    private static final String PASSED =
            "AUTH, PING, SET, GET, TTL, DEL, PUBLISH and EVAL work for the application's user.";

    private static final String READY = "Redis answers as an application would ask, and all keys are delivered.";

    private final ClusterDomain domain;

    /** @param domain of the host that applications connect to */
    public CacheProfileStatusFactory(ClusterDomain domain) {
        this.domain = domain;
    }

    /** Returns what is said of a managed Redis. */
    public RedisReport managed(
            CacheProfile profile,
            PreviousStatus<CacheProfileStatus> before,
            ProfileOutcome outcome,
            Observed observed) {
        return new RedisReport(
                Optional.of(redis(profile, outcome, before, observed))
                        .filter(status -> bound(before) || outcome.bindingWritten()),
                PASSED,
                CertificateFinding.of(observed).stream().toList());
    }

    /**
     * Returns the status.
     *
     * @param redis what is said of the Redis, whoever runs it
     */
    public static CacheProfileStatus status(
            CacheProfile profile,
            PreviousStatus<CacheProfileStatus> before,
            ProfileOutcome outcome,
            RedisReport redis,
            Instant now) {
        long generation = profile.getMetadata().getGeneration();
        List<Finding> findings = new ArrayList<>(Readiness.of(outcome.blockingCause(), READY, outcome.warnings()));
        findings.add(availability(outcome.availability(), redis.passed()));
        findings.add(outcome.delivery().finding(outcome.invalid()));
        SyncFinding.of(outcome.drift(), before).ifPresent(findings::add);
        findings.addAll(redis.health());
        PresetFinding.of(outcome.presets()).ifPresent(findings::add);
        List<Delivered> delivered = outcome.invalid().isPresent() ? before.delivered() : outcome.delivered();
        return new CacheProfileStatus(
                generation,
                Conditions.merge(findings, before.conditions(), generation, now),
                binding(profile, bound(before) || outcome.bindingWritten()),
                redis.status().orElse(null),
                DeliveryOutcome.keyCount(delivered),
                delivered,
                redis.purge().orElse(null));
    }

    /** Returns the previous status with an error of the operator: whether the profile is ready is unknown now. */
    public static CacheProfileStatus failed(
            CacheProfile profile, PreviousStatus<CacheProfileStatus> before, Cause cause, Instant now) {
        List<Condition> conditions = Readiness.unknown(
                cause, before.conditions(), profile.getMetadata().getGeneration(), now);
        return kept(before, before.observedGeneration(), conditions);
    }

    /** Returns the previous status with the profile marked as paused, and with what somebody has changed on its server. */
    public static CacheProfileStatus paused(
            CacheProfile profile, PreviousStatus<CacheProfileStatus> before, ServerDrift drift, Instant now) {
        long generation = profile.getMetadata().getGeneration();
        List<Condition> conditions = Readiness.paused(before.conditions(), generation, now);
        return kept(
                before,
                generation,
                SyncFinding.of(drift, before)
                        .filter(finding -> drift.isKnown())
                        .map(finding -> Conditions.replace(conditions, finding, generation, now))
                        .orElse(conditions));
    }

    private static CacheProfileStatus kept(
            PreviousStatus<CacheProfileStatus> before, long generation, List<Condition> conditions) {
        return new CacheProfileStatus(
                generation,
                conditions,
                before.status().map(CacheProfileStatus::binding).orElse(null),
                before.status().map(CacheProfileStatus::redis).orElse(null),
                DeliveryOutcome.keyCount(before.delivered()),
                before.delivered(),
                before.status().map(CacheProfileStatus::purge).orElse(null));
    }

    private static Finding availability(Availability availability, String passed) {
        return availability
                .blockingCause()
                .map(cause -> cause.finding(ConditionType.REDIS_AVAILABLE))
                .orElseGet(() -> Finding.holds(ConditionType.REDIS_AVAILABLE, Reason.CHECK_PASSED, passed));
    }

    /** @param made whether the Secret has been written; a foreign Secret of the same name must not be published */
    private static Binding binding(CacheProfile profile, boolean made) {
        return made ? new Binding(names(profile).redis()) : null;
    }

    /** Returns what the Secrets say: while they cannot be written, that is the previous endpoint. */
    private RedisStatus redis(
            CacheProfile profile,
            ProfileOutcome outcome,
            PreviousStatus<CacheProfileStatus> before,
            Observed observed) {
        Optional<RedisStatus> last = before.status().map(CacheProfileStatus::redis);
        Optional<String> version = outcome.availability().version().map(ServerVersion::toString);
        String host = domain.host(names(profile).redis(), profile.getMetadata().getNamespace());
        String endpoint = last.map(RedisStatus::endpoint)
                .filter(published -> !outcome.bindingWritten())
                .orElse(host + ":" + port(profile, observed));
        return new RedisStatus(
                endpoint,
                version.or(() -> last.map(RedisStatus::version)).orElse(null),
                outcome.evictionPolicy()
                        .or(() -> last.map(RedisStatus::evictionPolicy))
                        .orElse(null),
                null,
                observed.server().volumeCapacity().orElse(null));
    }

    private static int port(CacheProfile profile, Observed observed) {
        boolean wanted = Optional.ofNullable(profile.getSpec().redis())
                .map(RedisSource::managed)
                .map(ManagedRedis::tls)
                .isPresent();
        return observed.server().encrypts().orElse(wanted) ? RedisConf.TLS_PORT : RedisConf.PORT;
    }

    /** Whether the previous status names the Secret with the connection. */
    private static boolean bound(PreviousStatus<CacheProfileStatus> before) {
        return before.status().map(CacheProfileStatus::binding).isPresent();
    }

    private static ChildNames names(CacheProfile profile) {
        return new ChildNames(profile.getMetadata().getName());
    }
}
