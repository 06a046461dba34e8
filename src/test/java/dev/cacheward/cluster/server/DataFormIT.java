package dev.cacheward.cluster.server;

import static dev.cacheward.cluster.server.PersistenceYaml.persistent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data on a volume is looked at before a server is started on it; what the spec or the claim says of it is not enough. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataFormIT {
    private static final String FORM = "cacheward.dev/persistence";
    private static final String LOG = PreparedVolume.SERVER.formatted("--appendonly yes")
            + "redis-cli set cart 1; redis-cli shutdown nosave; wait";
    private static final String SNAPSHOT = PreparedVolume.SERVER.formatted("")
            + "redis-cli set cart 1; redis-cli save; redis-cli shutdown nosave; wait";

    private final KubernetesClient client = TestCluster.get().client();
    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("data-form");
    }

    @AfterAll
    void delete() {
        namespace.close();
        client.resources(PersistentVolume.class).withName(namespace.name()).delete();
    }

    @ParameterizedTest(name = "{0}: {1} for {2}, annotated {3}")
    @CsvSource({
        "log, AppendOnly, Snapshot, ",
        "dump, Snapshot, AppendOnly, ",
        "liar, AppendOnly, Snapshot, Snapshot",
        "fits, AppendOnly, AppendOnly, "
    })
    void dataThatWasBroughtAlongInAnyFormIsServedAndThenBroughtIntoTheWantedForm(
            String name, String form, String mode, String annotated) {
        // Given
        PreparedVolume volume = new PreparedVolume(namespace, name);
        volume.make(form.equals("AppendOnly") ? LOG : SNAPSHOT, annotated == null ? Map.of() : Map.of(FORM, annotated));
        EditedProfile profile = new EditedProfile(namespace, name);

        // When
        profile.applyAndAwaitReady(persistent(mode, "64Mi"));

        // Then
        assertThat(profile.redis().asApplication("GET", "cart")).isEqualTo("1");
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(profile.redis().config("appendonly"))
                        .isEqualTo(mode.equals("AppendOnly") ? "yes" : "no"));
        profile.awaitReady();
        assertThat(profile.redis().asApplication("GET", "cart")).isEqualTo("1");
        TestNamespace.patiently()
                .untilAsserted(() ->
                        assertThat(volume.live().getMetadata().getAnnotations()).containsEntry(FORM, mode));
    }

    @Test
    void filesThatAreNotOfRedisStartNothingUntilAPersonSaysSo() {
        // Given
        PreparedVolume volume = new PreparedVolume(namespace, "foreign");
        volume.make("mkdir base && echo 15 > PG_VERSION", Map.of());
        EditedProfile profile = new EditedProfile(namespace, "foreign");

        // When
        profile.apply(persistent("Snapshot", "64Mi"));

        // Then
        assertThat(profile.awaitNotReady(Reason.DATA_FORM_UNKNOWN))
                .contains("\"PG_VERSION\", \"base\"", "set annotation cacheward.dev/persistence");

        // When
        annotate("foreign", "Snapshot");
        profile.deletePod();

        // Then
        profile.awaitReady();
        assertThat(profile.inPod("ls", "/data")).contains("PG_VERSION");
    }

    @Test
    void aSnapshotBesideALogStartsNothingUntilAPersonSaysWhichIsTheData() {
        // Given
        PreparedVolume volume = new PreparedVolume(namespace, "both");
        volume.make(SNAPSHOT + "; " + LOG.replace("set cart 1", "set cart 2"), Map.of());
        EditedProfile profile = new EditedProfile(namespace, "both");

        // When
        profile.apply(persistent("Snapshot", "64Mi"));

        // Then
        assertThat(profile.awaitNotReady(Reason.DATA_FORM_UNKNOWN)).contains("dump.rdb", "appendonlydir");

        // When
        annotate("both", "AppendOnly");

        // Then
        profile.awaitReady();
        assertThat(profile.redis().asApplication("GET", "cart")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"Snapshot", "AppendOnly"})
    void aVolumeThatTheServerCannotWriteToIsSaidAndServesNothing(String mode) {
        // Given: a folder that the kubelet makes for root alone
        String name = "rootly-" + mode.toLowerCase(java.util.Locale.ROOT);
        namespace.create("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %1$s-%2$s}
                spec:
                  capacity: {storage: 64Mi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: by-hand
                  claimRef: {namespace: %1$s, name: %2$s-redis-data}
                  hostPath: {path: /tmp/%1$s-%2$s, type: DirectoryOrCreate}
                """.formatted(namespace.name(), name));
        EditedProfile profile = new EditedProfile(namespace, name);

        // When
        profile.apply("{persistence: {mode: " + mode + ", size: 64Mi, storageClassName: by-hand}}");

        // Then
        assertThat(profile.awaitNotReady(Reason.VOLUME_NOT_WRITABLE))
                .contains("drwxr-xr-x 0 0, and the server runs as user 999");
        client.resources(PersistentVolume.class)
                .withName(namespace.name() + "-" + name)
                .delete();
    }

    private void annotate(String profile, String form) {
        TestNamespace.patiently()
                .until(() -> namespace
                                .resource(PersistentVolumeClaim.class, profile + "-redis-data")
                                .edit(claim -> new PersistentVolumeClaimBuilder(claim)
                                        .editMetadata()
                                        .addToAnnotations(FORM, form)
                                        .endMetadata()
                                        .build())
                        != null);
    }
}
