package dev.cacheward.operator;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import java.util.List;

/**
 * Finds out at the start what nobody has to wait for: no API server, wrong credentials, unknown custom resources. A missing right
 * is none of these, since it may be granted later, and other namespaces do not need it.
 */
final class StartupCheck {
    private static final ListOptions ONE =
            new ListOptionsBuilder().withLimit(1L).build();

    private StartupCheck() {}

    /** @throws OperatorException where a person has to act before the operator can do anything */
    static void make(KubernetesClient client, Settings settings) {
        List.of(CacheProfile.class, RateLimitPolicy.class).forEach(kind -> ask(client, settings, kind));
    }

    /** One namespace is as good as all. */
    private static <R extends HasMetadata> void ask(KubernetesClient client, Settings settings, Class<R> kind) {
        var all = client.resources(kind);
        var some = settings.namespaces().isEmpty()
                ? all.inAnyNamespace()
                : all.inNamespace(settings.namespaces().iterator().next());
        try {
            some.list(ONE);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != StatusCode.FORBIDDEN) {
                throw new OperatorException(refused);
            }
        }
    }
}
