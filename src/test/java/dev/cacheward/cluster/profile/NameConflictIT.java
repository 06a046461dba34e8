package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.ResourceVersions;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A foreign object of a child's name is told and never touched, whether it was first or took the place later. */
class NameConflictIT {
    /** More than two reconciliations of a profile that is not ready. */
    private static final Duration WINDOW = Duration.ofSeconds(15);

    private static final int TRIES = 50;

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("conflict");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void anObjectThatWasFirstIsLeftAloneUntilItIsRemoved() {
        // Given
        Set<ProfileChild> children = EnumSet.allOf(ProfileChild.class);
        children.forEach(child -> namespace.create(child.foreign(profile(child))));

        // When
        children.forEach(this::applyProfile);

        // Then
        assertConflicts(children);
        assertHealed(children);
    }

    /** A claim is spared: while a pod uses it, its name cannot become free. */
    @Test
    void anObjectThatTakesThePlaceLaterIsLeftAloneUntilItIsRemoved() {
        // Given
        Set<ProfileChild> children = EnumSet.complementOf(EnumSet.of(ProfileChild.CLAIM));
        children.forEach(this::applyProfile);
        children.forEach(child -> namespace.awaitReady(profile(child)));

        // When
        children.forEach(this::replace);

        // Then
        assertConflicts(children);
        assertHealed(children);
    }

    @Test
    void aForeignMapInThePlaceOfLimitsIsLeftAloneUntilItIsRemoved() {
        // Given
        namespace.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop-limits}\ndata: {theirs: kept}");

        // When
        namespace.apply(ResourceManifests.policy("shop", "shop", "query: 20/minute") + "---\n"
                + ResourceManifests.profile("shop"));

        // Then
        namespace.awaitPolicy("shop", ConditionType.STALLED, "True", Reason.NAME_CONFLICT);
        assertThat(namespace.configMap("shop-limits").getData()).isEqualTo(Map.of("theirs", "kept"));
        TestCluster.get().client().resource(namespace.configMap("shop-limits")).delete();
        namespace.awaitPolicy("shop", ConditionType.READY, "True", Reason.READY);
        assertThat(namespace.configMap("shop-limits").getData()).containsEntry("RATE_LIMIT_QUERY", "20/minute");
    }

    private void assertConflicts(Set<ProfileChild> children) {
        for (ProfileChild child : children) {
            namespace.awaitProfile(profile(child), ConditionType.STALLED, "True", Reason.NAME_CONFLICT);
            assertThat(namespace.message(profile(child), ConditionType.READY))
                    .contains("\"" + child.name(profile(child)) + "\"");
            assertThat(child.in(namespace, profile(child)).get())
                    .as("%s", child)
                    .satisfies(NameConflictIT::untouched);
        }
        // The servers of a dozen profiles become ready one after the other; a fight would never end.
        ResourceVersions.settled(namespace, WINDOW);
    }

    private void assertHealed(Set<ProfileChild> children) {
        children.forEach(child -> child.in(namespace, profile(child)).delete());
        children.forEach(child -> namespace.awaitReady(profile(child)));
    }

    private static void untouched(HasMetadata foreign) {
        assertThat(foreign.getMetadata().getManagedFields())
                .extracting(ManagedFieldsEntry::getManager)
                .doesNotContain("cacheward");
        assertThat(foreign.getMetadata().getOwnerReferences()).isEmpty();
    }

    private void applyProfile(ProfileChild child) {
        namespace.apply(ResourceManifests.managed(profile(child), ResourceManifests.EVERYTHING));
    }

    /** The operator is quick to put a child back: so often until the foreign object is first. */
    private void replace(ProfileChild child) {
        for (int i = 0; i < TRIES; i++) {
            try {
                child.in(namespace, profile(child)).delete();
                namespace.create(child.foreign(profile(child)));
                return;
            } catch (KubernetesClientException ours) {
                assertThat(ours.getCode()).isEqualTo(409);
            }
        }
        throw new AssertionError("the operator was first " + TRIES + " times: " + child);
    }

    private static String profile(ProfileChild child) {
        return child.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
