package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;

/** What a reconciler might tell. */
public final class ReportedProfile {
    public static final ResourceKey SHOP = new ResourceKey("CacheProfile", "team", "shop");

    private ReportedProfile() {}

    public static CacheProfile profile(long generation, List<Condition> conditions) {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(new ObjectMetaBuilder()
                .withNamespace("team")
                .withName("shop")
                .withUid("uid-1")
                .withGeneration(generation)
                .build());
        profile.setStatus(new CacheProfileStatus(generation, conditions, null, null, 0, List.of(), null));
        return profile;
    }

    public static List<Condition> ready(long generation) {
        return List.of(condition(ConditionType.READY, ConditionStatus.TRUE, Reason.READY, generation));
    }

    public static List<Condition> not(Reason reason, long generation) {
        return List.of(
                condition(ConditionType.READY, ConditionStatus.FALSE, reason, generation),
                condition(ConditionType.REDIS_AVAILABLE, ConditionStatus.FALSE, reason, generation));
    }

    private static Condition condition(ConditionType type, ConditionStatus truth, Reason reason, long generation) {
        return new Condition(type.wire(), truth.wire(), reason.wire(), "why", "2026-03-01T10:00:00Z", generation);
    }
}
