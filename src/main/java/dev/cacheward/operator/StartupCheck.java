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
 * Checks at startup for causes that a person has to remove: no API server, wrong credentials, unknown custom resources. A
 * missing permission is not one of them, since it may be granted later, and other namespaces do not need it.
 */
final class StartupCheck {
    private static final ListOptions ONE =
            new ListOptionsBuilder().withLimit(1L).build();

    private StartupCheck() {}

    /** @throws OperatorException if a person has to act before the operator can do anything */
    static void make(KubernetesClient client, Settings settings) {
        List.of(CacheProfile.class, RateLimitPolicy.class).forEach(kind -> ask(client, settings, kind));
    }

    /** Asks in one namespace only, since these causes are the same in all. */
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
