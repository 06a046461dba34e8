package dev.cacheward.cluster.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestNamespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of an edit comes true when it is applied. */
class DiffIT {
    private static final String KUBECONFIG = System.getenv("KUBECONFIG");

    private TestNamespace namespace;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("diff");
        namespace.apply(ResourceManifests.profile("shop"));
        namespace.awaitReady("shop");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void anEditThatIsCalledLiveKeepsThePodAndOneThatIsCalledWarmReplacesIt() {
        // Given
        String live = ResourceManifests.managed("shop", "evictionPolicy: allkeys-lru");
        String warm = ResourceManifests.managed("shop", "evictionPolicy: allkeys-lru, disabledCommands: [FLUSHALL]");
        String pod = podUid();

        // When
        PersonsCommand first = diff(live);
        namespace.apply(live);
        namespace.awaitReady("shop");
        String afterLive = podUid();
        PersonsCommand second = diff(warm);
        namespace.apply(warm);
        namespace.awaitReady("shop");

        // Then
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("Redis: live", "CONFIG SET maxmemory-policy");
        assertThat(afterLive).isEqualTo(pod);
        assertThat(second.out()).contains("Redis: warm");
        assertThat(podUid()).isNotEqualTo(pod);
        assertThat(diff(warm).code()).isZero();
    }

    @Test
    void theRulesOfTheApiServerAreToldAsItTellsThem() {
        // When
        PersonsCommand found = diff(ResourceManifests.profile("shop", "users: sixty!"));

        // Then
        assertThat(found.code()).isEqualTo(2);
        assertThat(found.out()).contains("refused: nothing changes", "spec.ttls");
        assertThat(namespace.profile("shop").getMetadata().getGeneration()).isEqualTo(1);
    }

    private String podUid() {
        return namespace.redisPod("shop").orElseThrow().getMetadata().getUid();
    }

    private PersonsCommand diff(String yaml) {
        return PersonsCommand.diff(KUBECONFIG, namespace.name(), yaml);
    }
}
