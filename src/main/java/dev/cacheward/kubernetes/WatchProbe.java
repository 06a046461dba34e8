package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.Optional;

/**
 * Lists and watches once, as an informer does, since a failing informer does not say why.
 *
 * @param namespace empty means all
 */
record WatchProbe(Class<? extends HasMetadata> type, Optional<String> namespace) {
    /** Returns the refusal of the API server; empty if both are allowed. This costs at most two requests. */
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

    /** Ignores all events, since only the permission to watch is asked for. */
    private static final class Blind<R> implements Watcher<R> {
        @Override
        public void eventReceived(Action action, R object) {
            // not needed
        }

        @Override
        public void onClose(WatcherException cause) {
            // it is closed at once
        }
    }
}
