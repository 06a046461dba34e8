package dev.cacheward.cluster.rig;

import dev.cacheward.operator.CachewardOperator;
import dev.cacheward.runtime.ProfileDefaults;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.log.LogLevel;
import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.AllowedHosts;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The cluster with the CRDs and one running operator, made at the first use and shared by all test classes of the process. */
public final class TestCluster {
    /** The server that profiles get which name no image; a cluster without a registry has its own. */
    public static final String REDIS_IMAGE =
            Optional.ofNullable(System.getenv("CACHEWARD_REDIS_IMAGE")).orElse("docker.io/library/redis:8.0.6");

    private static final Duration LOOK = Duration.ofSeconds(10);
    /** On a busy machine a server or a thread may stand still for longer than the default, which is not what these tests are about. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Pods and this machine have private addresses, and may stand for a Redis of somebody else. */
    private static final AllowedHosts EVERY_ADDRESS = new AllowedHosts(
            true,
            true,
            Set.of(),
            Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
                    .flatMap(block -> AddressBlock.parse(block).stream())
                    .toList());

    private static final List<Path> CRDS = List.of(
            Path.of("crds/cacheprofiles.cacheward.dev-v1.yaml"),
            Path.of("crds/ratelimitpolicies.cacheward.dev-v1.yaml"));

    private final KubernetesClient client;
    private final RecordedWrites writes = new RecordedWrites();
    private final CachewardOperator operator;

    private TestCluster() {
        client = client("cacheward-tests");
        installCrds(client);
        operator = startOperator();
    }

    /** The one of this process; fails where KUBECONFIG names no cluster. */
    public static TestCluster get() {
        return Holder.INSTANCE;
    }

    /** For tests; requests of the operator have the user agent {@code cacheward}. */
    public KubernetesClient client() {
        return client;
    }

    /** What the operator of this process writes. */
    public RecordedWrites writes() {
        return writes;
    }

    public static Settings settings() {
        Settings defaults = Settings.defaults();
        return new Settings(
                defaults.namespaces(),
                new Settings.Redis(
                        REDIS_IMAGE,
                        ProfileDefaults.NONE,
                        defaults.redis().runAs(),
                        PATIENCE,
                        Optional.empty(),
                        Set.of()),
                defaults.bounds(),
                EVERY_ADDRESS,
                Optional.of("cacheward"),
                new Settings.Log(LogLevel.INFO, defaults.log().format()),
                LOOK,
                defaults.replica(),
                defaults.httpPort());
    }

    private CachewardOperator startOperator() {
        KubernetesClient own = new KubernetesClientBuilder()
                .withConfig(config("cacheward"))
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("writes", writes))
                .build();
        CachewardOperator started = CachewardOperator.start(own, settings(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            started.close();
            own.close();
        }));
        return started;
    }

    /** One that its user closes, also where no operator runs in this process. */
    public static KubernetesClient client(String userAgent) {
        return new KubernetesClientBuilder().withConfig(config(userAgent)).build();
    }

    private static Config config(String userAgent) {
        return new ConfigBuilder(Config.autoConfigure(null))
                .withUserAgent(userAgent)
                .build();
    }

    /** Applies those of this project, on the server, and waits until their kinds can be used. */
    public static void installCrds(KubernetesClient client) {
        CRDS.forEach(file -> install(client, file));
    }

    private static void install(KubernetesClient client, Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            CustomResourceDefinition crd = client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .load(yaml)
                    .item();
            client.resource(crd)
                    .patch(
                            new PatchContext.Builder()
                                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                    .withFieldManager("cacheward-crds")
                                    .withForce(true)
                                    .build(),
                            crd);
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> established(client.resource(crd).get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new one has a status without conditions at first. */
    private static boolean established(CustomResourceDefinition crd) {
        return Stream.ofNullable(crd.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getConditions()))
                .flatMap(List::stream)
                .anyMatch(
                        c -> c.getType().equals("Established") && c.getStatus().equals("True"));
    }

    private static final class Holder {
        private static final TestCluster INSTANCE = new TestCluster();
    }
}
