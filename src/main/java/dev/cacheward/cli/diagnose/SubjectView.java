package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cli.diagnose.report.Subject;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the head of a diagnosis from a profile. */
final class SubjectView {
    private SubjectView() {}

    static Subject of(CacheProfile profile, ServerLook.Result redis, String operator, Instant now) {
        Optional<CacheProfileStatus> status = Optional.ofNullable(profile.getStatus());
        Optional<Condition> ready =
                Conditions.find(status.map(CacheProfileStatus::conditions).orElse(List.of()), ConditionType.READY);
        Optional<RedisStatus> server = status.map(CacheProfileStatus::redis);
        String created = profile.getMetadata().getCreationTimestamp();
        return new Subject(
                profile.getMetadata().getNamespace(),
                profile.getMetadata().getName(),
                ExternalValidator.isExternal(profile) ? "external" : "managed",
                ready.map(Condition::status).orElse("Unknown"),
                ready.map(Condition::reason).orElse(""),
                created,
                Duration.between(Instant.parse(created), now).toSeconds(),
                profile.getMetadata().getGeneration(),
                status.map(CacheProfileStatus::observedGeneration).orElse(-1L),
                redis.answers()
                        .info()
                        .map(info -> info.version().toString())
                        .or(() -> server.map(RedisStatus::version)),
                server.map(RedisStatus::endpoint),
                redis.route(),
                operator);
    }
}
