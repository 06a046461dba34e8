package dev.cacheward.operator;

import dev.cacheward.runtime.ProxyRoute;
import dev.cacheward.runtime.StartException;
import dev.cacheward.runtime.StartFailure;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.File;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes clients for the cluster of the current kubeconfig context, or for the one that this process runs in. */
public final class KubernetesClients {
    private static final Logger LOG = LoggerFactory.getLogger(KubernetesClients.class);

    /** Keeps one call from blocking a thread for long; the operator itself retries what fails. */
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private static final int REQUEST_RETRIES = 1;
    /** Several requests must fit into the time that a leader has for a renewal. */
    private static final int LEASE_TIMEOUT_MILLIS = 3_000;

    /** The user agent of what a person calls. */
    private static final String PERSON = "cacheward-cli";

    private KubernetesClients() {}

    /**
     * Returns a client for a command that runs once. It writes without being the leader.
     *
     * @throws StartException if the kubeconfig or the environment is at fault
     */
    public static KubernetesClient command() {
        return make(KubernetesClients::builder);
    }

    /**
     * Returns a client for a command of a person, who says which cluster is meant.
     *
     * @param kubeconfig a file; empty: the one that the environment names
     * @param context in that file; empty: its current one
     * @throws StartException if the kubeconfig or the environment is at fault
     */
    public static KubernetesClient chosen(Optional<String> kubeconfig, Optional<String> context) {
        return make(() -> builder(new ConfigBuilder(config(kubeconfig, context)), PERSON));
    }

    private static Config config(Optional<String> kubeconfig, Optional<String> context) {
        Config found = kubeconfig
                .map(file -> Config.fromKubeconfig(context.orElse(null), readable(file)))
                .orElseGet(() -> Config.autoConfigure(context.orElse(null)));
        boolean known = context.isEmpty()
                || found.getContexts().stream()
                        .anyMatch(named -> named.getName().equals(context.get()));
        if (!known) {
            throw new StartException("The kubeconfig has no context " + Quote.of(context.get()) + ".");
        }
        return found;
    }

    private static File readable(String file) {
        File kubeconfig = new File(file);
        if (!kubeconfig.canRead()) {
            throw new StartException("The kubeconfig " + Quote.whole(file) + " does not exist, or may not be read.");
        }
        return kubeconfig;
    }

    /**
     * Returns the operator's client.
     *
     * @param fence is called with each request before it is sent
     * @param warnings is called with each answer
     * @throws StartException if the kubeconfig or the environment is at fault
     */
    static KubernetesClient operator(Interceptor fence, Interceptor warnings) {
        return make(() -> builder()
                .withHttpClientBuilderConsumer(http ->
                        http.addOrReplaceInterceptor("fence", fence).addOrReplaceInterceptor("warnings", warnings)));
    }

    private static KubernetesClientBuilder builder() {
        return builder(new ConfigBuilder(), "cacheward");
    }

    private static KubernetesClientBuilder builder(ConfigBuilder found, String agent) {
        Config config = found.withUserAgent(agent)
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(REQUEST_RETRIES)
                .build();
        route(config).warnings().forEach(LOG::warn);
        return new KubernetesClientBuilder().withConfig(routed(config));
    }

    /** Returns a client for the Lease only. It does not retry, since the next turn of the election does. */
    static KubernetesClient lease() {
        return make(() -> new KubernetesClientBuilder()
                .withConfig(routed(new ConfigBuilder()
                        .withUserAgent("cacheward-lease")
                        .withRequestTimeout(LEASE_TIMEOUT_MILLIS)
                        .withRequestRetryBackoffLimit(0)
                        .build())));
    }

    /** Returns the proxy that the client uses, for a message. */
    static Optional<ProxyRoute.Proxy> proxy(KubernetesClient client) {
        Config config = client.getConfiguration();
        return Optional.ofNullable(config.getHttpsProxy())
                .map(URI::create)
                .map(uri ->
                        route(config).proxy().orElseGet(() -> new ProxyRoute.Proxy("proxy-url in KUBECONFIG", uri)));
    }

    /**
     * Sends the requests the way that the environment asks for, which the client library does not understand in all its forms.
     * Where the environment names no proxy, that of the kubeconfig stays.
     */
    private static Config routed(Config config) {
        ProxyRoute route = route(config);
        if (route.decides()) {
            String proxy = route.proxy().map(found -> found.uri().toString()).orElse(null);
            config.setHttpProxy(proxy);
            config.setHttpsProxy(proxy);
        }
        config.setNoProxy(new String[0]);
        return config;
    }

    private static ProxyRoute route(Config config) {
        return ProxyRoute.of(System.getenv(), URI.create(config.getMasterUrl())).fold(valid -> valid, message -> {
            throw new StartException(message);
        });
    }

    /** Whatever is thrown here comes from the kubeconfig or its files, by many libraries. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static KubernetesClient make(Supplier<KubernetesClientBuilder> builder) {
        try {
            return builder.get().build();
        } catch (StartException told) {
            throw told;
        } catch (RuntimeException unusable) {
            throw new StartException(StartFailure.unusable(unusable));
        }
    }
}
