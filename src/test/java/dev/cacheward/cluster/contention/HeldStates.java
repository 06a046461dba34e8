package dev.cacheward.cluster.contention;

import dev.cacheward.cluster.rig.AdmissionRule;
import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.function.Function;
import java.util.stream.Stream;

/** Edits of a profile named shop that are held back, so that its server stays as it is, or that there is none. */
final class HeldStates {
    private static final AutoCloseable NOTHING = () -> {};

    private HeldStates() {}

    static Stream<StandingState> all() {
        return Stream.of(
                held("memory", 0, Reason.MEMORY_BELOW_DATA, HeldStates::belowTheData),
                // The running pod's new size is asked for once a minute.
                held("quota", 1, Reason.WRITE_REFUSED, HeldStates::beyondTheQuota),
                // Each of its two sizes is asked for once a minute.
                held("trial", 2, Reason.WRITE_REFUSED, HeldStates::withoutATrial),
                held("unmade", 0, Reason.WRITE_REFUSED, HeldStates::withoutAPod));
    }

    private static StandingState held(
            String name, int writesAMinute, Reason reason, Function<TestNamespace, AutoCloseable> bringAbout) {
        return new StandingState(
                name,
                writesAMinute,
                bringAbout,
                namespace -> namespace.awaitProfile("shop", ConditionType.READY, "False", reason));
    }

    private static AutoCloseable belowTheData(TestNamespace namespace) {
        EditedProfile profile = new EditedProfile(namespace, "shop");
        profile.applyAndAwaitReady(persistent("128Mi"));
        profile.redis()
                .asApplication("EVAL", "for i=1,400 do redis.call('set','k'..i,string.rep('x',100000)) end", "0");
        profile.apply(persistent("40Mi"));
        return NOTHING;
    }

    private static String persistent(String limit) {
        return "{persistence: {mode: Snapshot, size: 128Mi}, maxMemory: 80%, "
                + "resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: " + limit + "}}}";
    }

    private static AutoCloseable beyondTheQuota(TestNamespace namespace) {
        EditedProfile profile = new EditedProfile(namespace, "shop");
        profile.applyAndAwaitReady("{}");
        namespace.apply(
                "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: team}\nspec: {hard: {limits.memory: 400Mi}}\n");
        awaitInForce(namespace, "limits.memory");
        profile.apply("{resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 512Mi}}}");
        return NOTHING;
    }

    /** A quota holds from the moment at which it says what is used. */
    private static void awaitInForce(TestNamespace namespace, String resource) {
        TestNamespace.patiently()
                .until(() -> namespace
                        .resource(ResourceQuota.class, "team")
                        .get()
                        .getStatus()
                        .getUsed()
                        .containsKey(resource));
    }

    private static AutoCloseable withoutATrial(TestNamespace namespace) {
        EditedProfile profile = new EditedProfile(namespace, "shop");
        profile.applyAndAwaitReady("{}");
        AdmissionRule rule = AdmissionRule.refuseTrials(namespace);
        profile.apply("{config: {databases: '44'}}");
        return rule;
    }

    private static AutoCloseable withoutAPod(TestNamespace namespace) {
        namespace.apply("apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: team}\nspec: {hard: {pods: '0'}}\n");
        awaitInForce(namespace, "pods");
        new EditedProfile(namespace, "shop").apply("{}");
        return NOTHING;
    }
}
