package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of the API server write and expect. */
final class ApiSamples {
    static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("cacheward")
            .withForce(true)
            .build();

    private ApiSamples() {}

    static <T extends HasMetadata> T apply(KubernetesClient client, T object) {
        return client.resource(object).patch(APPLY, object);
    }

    static ConfigMap map(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("m")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .endMetadata()
                .withData(data)
                .build();
    }

    static CacheProfile profile(String ttl) {
        CacheProfile profile = new CacheProfile();
        profile.setMetadata(new ObjectMetaBuilder()
                .withName("p")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .build());
        profile.setSpec(
                new CacheProfileSpec(null, Map.of("query_result", ttl), null, null, null, null, null, null, null));
        return profile;
    }

    static void assertConflict(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KubernetesClientException.class, e -> {
            assertThat(e.getCode()).isEqualTo(409);
            assertThat(e.getStatus().getReason()).isEqualTo("Conflict");
        });
    }
}
