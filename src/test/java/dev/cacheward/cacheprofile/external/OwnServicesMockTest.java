package dev.cacheward.cacheprofile.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.validation.AddressBlock;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of the API server about a Service that a profile names. */
class OwnServicesMockTest {
    private static final String TEAM = "team";

    private final EmbeddedApi api = EmbeddedApi.start();
    private final OwnServices services = new OwnServices(api.client("operator"));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aHeadlessServiceLeadsToThePodsOfItsNamespaceThatItSelects() {
        // Given
        service("None");
        pod(TEAM, "redis", "10.244.3.4");
        pod(TEAM, "shop", "10.244.3.5");
        pod("other", "redis", "10.244.3.6");

        // When
        Set<AddressBlock> addresses = services.addresses(TEAM, "redis", false);

        // Then
        assertThat(addresses).isEqualTo(blocks("10.244.3.4"));
    }

    @Test
    void aClusterBehindAServiceIsReachedByTheServiceAndByItsPods() {
        // Given
        service("10.96.0.7");
        pod(TEAM, "redis", "10.244.3.4");

        // When
        Set<AddressBlock> addresses = services.addresses(TEAM, "redis", true);

        // Then
        assertThat(addresses).isEqualTo(blocks("10.96.0.7", "10.244.3.4"));
    }

    @Test
    void noPodsAreListedForAServerBehindTheAddressOfAService() {
        // Given
        service("10.96.0.7");
        pod(TEAM, "redis", "10.244.3.4");
        api.clearRequests();

        // When
        Set<AddressBlock> addresses = services.addresses(TEAM, "redis", false);

        // Then
        assertThat(addresses).isEqualTo(blocks("10.96.0.7"));
        assertThat(api.requests()).noneMatch(request -> request.path().endsWith("/pods"));
    }

    @Test
    void aServiceThatIsNotThereLeadsNowhere() {
        assertThat(services.addresses(TEAM, "redis", true)).isEmpty();
    }

    private void service(String address) {
        create(new ServiceBuilder()
                .withNewMetadata()
                .withName("redis")
                .withNamespace(TEAM)
                .endMetadata()
                .withNewSpec()
                .withSelector(Map.of("app", "redis"))
                .withClusterIPs(address)
                .endSpec()
                .build());
    }

    /** A pod with its name as the label that Services select by. */
    private void pod(String namespace, String name, String address) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Map.of("app", name))
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
        create(pod);
        api.client()
                .pods()
                .inNamespace(namespace)
                .withName(name)
                .editStatus(found -> new PodBuilder(found)
                        .withNewStatus()
                        .withPhase("Running")
                        .addNewPodIP(address)
                        .endStatus()
                        .build());
    }

    private void create(HasMetadata object) {
        api.client().resource(object).create();
    }

    private static Set<AddressBlock> blocks(String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> AddressBlock.single(address).orElseThrow())
                .collect(Collectors.toSet());
    }
}
