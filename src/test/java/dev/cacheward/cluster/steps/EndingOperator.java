package dev.cacheward.cluster.steps;

import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.operator.CachewardOperator;
import dev.cacheward.operator.Connections;
import dev.cacheward.operator.Instruments;
import dev.cacheward.operator.Lifecycle;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.external.DnsHostLookup;
import dev.cacheward.redis.client.external.LettuceExternalGateway;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A process with an operator for one namespace. */
final class EndingOperator {
    private EndingOperator() {}

    /** @param arguments the namespace, a file for its effects, and the file of the process before; without that one it lasts */
    public static void main(String... arguments) throws InterruptedException, IOException {
        Effects effects = new Effects(
                Path.of(arguments[1]),
                arguments.length > 2 ? Optional.of(Files.readAllLines(Path.of(arguments[2]))) : Optional.empty());
        Settings settings = settings(arguments[0]);
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.autoConfigure(null))
                        .withUserAgent("cacheward")
                        .build())
                .withHttpClientBuilderConsumer(
                        http -> http.addOrReplaceInterceptor("effects", new WriteEffects(effects)))
                .build();
        LettuceGateway gateway = new LettuceGateway(settings.redis().timeout());
        Connections connections = new Connections(
                client, new CommandEffects(gateway, effects), new LettuceExternalGateway(gateway, new DnsHostLookup()));
        CachewardOperator.start(
                connections, settings, Clock.systemUTC(), Instruments.create(settings), Lifecycle.alone());
        new CountDownLatch(1).await();
    }

    private static Settings settings(String namespace) {
        Settings settings = TestCluster.settings();
        return new Settings(
                Set.of(namespace),
                settings.redis(),
                settings.bounds(),
                settings.allowedHosts(),
                settings.ownNamespace(),
                settings.log(),
                settings.reconcileInterval(),
                settings.replica(),
                settings.httpPort());
    }
}
