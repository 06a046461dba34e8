package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.AddressBlock;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a Service of the profile's namespace leads, by the word of the API server and of the kubelet. */
class OwnServiceTest {
    @Test
    void aServiceLeadsToItsOwnAddressesOfBothFamilies() {
        OwnService own = own("10.96.0.7", "fd00::7");

        assertThat(own.addresses(List.of())).isEqualTo(blocks("10.96.0.7", "fd00::7"));
        assertThat(own.leadsToPods(false)).isFalse();
    }

    @Test
    void aHeadlessServiceLeadsToThePodsThatItSelectsAndNowhereElse() {
        OwnService own = own("None");

        assertThat(own.leadsToPods(false)).isTrue();
        assertThat(own.addresses(List.of())).isEmpty();
        assertThat(own.addresses(List.of(pod("10.244.3.4", "fd00:1::4"), pod("10.244.3.5"))))
                .isEqualTo(blocks("10.244.3.4", "fd00:1::4", "10.244.3.5"));
    }

    @Test
    void aClusterBehindAServiceNamesItsNodesByTheAddressesOfThePods() {
        OwnService own = own("10.96.0.7");

        assertThat(own.leadsToPods(true)).isTrue();
        assertThat(own.addresses(List.of(pod("10.244.3.4")))).isEqualTo(blocks("10.96.0.7", "10.244.3.4"));
    }

    @Test
    void aPodInTheNetworkOfItsNodeGivesNoLeaveForTheAddressOfTheNode() {
        Pod onNode = new PodBuilder(pod("192.168.1.2"))
                .editSpec()
                .withHostNetwork(true)
                .endSpec()
                .build();

        assertThat(own("None").addresses(List.of(onNode))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Succeeded", "Failed"})
    void aPodThatHasEndedGivesNoLeaveForTheAddressThatAnotherMayHaveNow(String phase) {
        Pod ended = new PodBuilder(pod("10.244.3.4"))
                .editStatus()
                .withPhase(phase)
                .endStatus()
                .build();

        assertThat(own("None").addresses(List.of(ended))).isEmpty();
    }

    @Test
    void aPodWithoutAnAddressIsPassedOver() {
        Pod waiting = new PodBuilder(pod("10.244.3.4")).withStatus(null).build();

        assertThat(own("None").addresses(List.of(waiting))).isEmpty();
    }

    @Test
    void aServiceWithoutASelectorLeadsWhereverItsAuthorSaysSoItIsNotTheNamespaces() {
        Service free = new ServiceBuilder(service("10.96.0.7"))
                .editSpec()
                .withSelector(Map.of())
                .endSpec()
                .build();

        assertThat(OwnService.of(free)).isEmpty();
    }

    @Test
    void aServiceThatIsAnotherNameIsNotTheNamespaces() {
        Service alias = new ServiceBuilder(service())
                .editSpec()
                .withType("ExternalName")
                .withExternalName("db.other.svc")
                .endSpec()
                .build();

        assertThat(OwnService.of(alias)).isEmpty();
    }

    private static OwnService own(String... addresses) {
        return OwnService.of(service(addresses)).orElseThrow();
    }

    private static Service service(String... addresses) {
        return new ServiceBuilder()
                .withNewSpec()
                .withSelector(Map.of("app", "redis"))
                .withClusterIPs(addresses)
                .endSpec()
                .build();
    }

    private static Pod pod(String... addresses) {
        return new PodBuilder()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .withPodIPs(Arrays.stream(addresses).map(PodIP::new).toList())
                .endStatus()
                .build();
    }

    private static Set<AddressBlock> blocks(String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> AddressBlock.single(address).orElseThrow())
                .collect(Collectors.toSet());
    }
}
