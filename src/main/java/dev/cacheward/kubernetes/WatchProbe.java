package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.Optional;

/**
 * What an informer does, once and by hand: an informer that fails does not say why.
 *
 * @param namespace empty: all
 */
record WatchProbe(Class<? extends HasMetadata> type, Optional<String> namespace) {
    /** What the API server answers to it; empty: that it may be done. At most two requests. */
    Optional<KubernetesClientException> refusal(KubernetesClient client) {
        return attempt(client, type);
    }

    private <R extends HasMetadata> Optional<KubernetesClientException> attempt(
            KubernetesClient client, Class<R> kind) {
        var all = client.resources(kind);
        var objects = namespace.isPresent() ? all.inNamespace(namespace.get()) : all.inAnyNamespace();
        try {
            objects.list(new ListOptionsBuilder().withLimit(1L).build());
            objects.watch(new Blind<R>()).close();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(refused);
        }
    }

    @Override
    public String toString() {
        return HasMetadata.getPlural(type)
                + namespace.map(name -> " in namespace " + name).orElse("");
    }

    /** Only whether it may watch is asked. */
    private static final class Blind<R> implements Watcher<R> {
        @Override
        public void eventReceived(Action action, R object) {
            // nobody needs it
        }

        @Override
        public void onClose(WatcherException cause) {
            // it is closed at once
        }
    }
}
