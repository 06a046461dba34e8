package dev.cacheward.cli.cleanup;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.SettableClock;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A cleanup on an embedded API; it does not sleep, but moves its clock on and notes for how long. */
final class CleanupRig implements AutoCloseable {
    final EmbeddedApi api = EmbeddedApi.start();
    final KubernetesClient client = api.client();
    final List<Duration> pauses = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    final Cleanup cleanup = cleanup(this::pass);

    Cleanup cleanup(Sleeper.Sleep sleep) {
        return cleanup(client, sleep);
    }

    Cleanup cleanup(KubernetesClient by, Sleeper.Sleep sleep) {
        return new Cleanup(by, settings(), new Sleeper(clock, sleep));
    }

    OperatorStop operatorStop() {
        return new OperatorStop(client, settings());
    }

    private static Settings settings() {
        return ((SettingsResult.Valid) Settings.parse(Map.of("CACHEWARD_NAMESPACE", EmbeddedApi.NAMESPACE))).settings();
    }

    void apply(String manager, String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(object -> client.resource(object)
                        .inNamespace(EmbeddedApi.NAMESPACE)
                        .patch(
                                new PatchContext.Builder()
                                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                        .withFieldManager(manager)
                                        .withForce(true)
                                        .build(),
                                object));
    }

    /** Gives a profile the status of its last reconciliation: these conditions are True, and one key is delivered. */
    void status(String profile, String... conditions) {
        List<Condition> all = Stream.of(conditions)
                .map(type -> new Condition(type, "True", "CheckPassed", "", "2026-03-01T10:00:00Z", 1L))
                .toList();
        client.resources(CacheProfile.class).withName(profile).editStatus(live -> {
            live.setStatus(new CacheProfileStatus(1L, all, null, null, 1, List.of(), null));
            return live;
        });
    }

    void pass(Duration time) {
        pauses.add(time);
        clock.pass(time);
    }

    @Override
    public void close() {
        api.close();
    }
}
