package dev.cacheward;

import dev.cacheward.cacheprofile.CacheProfileReconciler;
import dev.cacheward.kubernetes.Brake;
import dev.cacheward.ratelimitpolicy.RateLimitPolicyReconciler;
import dev.cacheward.redis.LettuceGateway;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.RedisGateway;
import dev.cacheward.runtime.Logging;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.runtime.StartFailure;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator as a whole: two reconcilers on one client. */
public final class Operator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Operator.class);

    /** The API server is the limit; more threads only make for more looks at caches that are behind. */
    private static final int THREADS = 10;

    private static final Duration FINISH = Duration.ofSeconds(10);
    /** One call must not hold a thread for long: what fails is tried again by the operator. */
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private static final int REQUEST_RETRIES = 1;
    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LAST_RETRY_MILLIS = 10_000;

    private final io.javaoperatorsdk.operator.Operator operator;
    private final RedisGateway gateway;

    private Operator(io.javaoperatorsdk.operator.Operator operator, RedisGateway gateway) {
        this.operator = operator;
        this.gateway = gateway;
    }

    /** @param args {@code --help} lists the settings; there are no others */
    public static void main(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.print(Settings.help());
            return;
        }
        SettingsResult read = Settings.parse(System.getenv());
        if (args.length > 0 || read instanceof SettingsResult.Invalid) {
            complain(args, read);
            System.exit(2);
        }
        run(((SettingsResult.Valid) read).settings());
    }

    /**
     * Starts to look after the resources; returns when the caches are filled.
     *
     * @param client stays the caller's, who closes it after the operator
     */
    public static Operator start(KubernetesClient client, Settings settings, Clock clock) {
        RedisGateway gateway = new LettuceGateway();
        io.javaoperatorsdk.operator.Operator operator =
                new io.javaoperatorsdk.operator.Operator(configuration -> configuration
                        .withKubernetesClient(client)
                        .withCloseClientOnStop(false)
                        .withConcurrentReconciliationThreads(THREADS)
                        .withReconciliationTerminationTimeout(FINISH));
        PasswordGenerator passwords = PasswordGenerator.random(new SecureRandom());
        operator.register(
                new CacheProfileReconciler(client, gateway, passwords, settings, clock),
                controller -> configure(controller, settings));
        operator.register(
                new RateLimitPolicyReconciler(client, settings, clock), controller -> configure(controller, settings));
        operator.start();
        return new Operator(operator, gateway);
    }

    /** Finishes what is under way, at most ten seconds, and takes up nothing new. */
    @Override
    public void close() {
        operator.stop();
        gateway.close();
    }

    private static void run(Settings settings) {
        Logging.apply(settings.logLevel());
        KubernetesClient client = client();
        Operator operator = startOrExit(client, settings);
        LOG.info(
                "Looking after {}; profiles that name no image get {}",
                settings.namespaces().isEmpty() ? "all namespaces" : settings.namespaces(),
                settings.redisImage());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            operator.close();
            client.close();
        }));
    }

    /** The border of the process: whatever is the matter, a person has to read it. */
    private static Operator startOrExit(KubernetesClient client, Settings settings) {
        try {
            return start(client, settings, Clock.systemUTC());
        } catch (OperatorException failure) {
            LOG.debug("start failed", failure);
            System.err.println(
                    StartFailure.describe(failure, client.getConfiguration().getMasterUrl()));
            System.exit(1);
            throw failure;
        }
    }

    private static KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withUserAgent("cacheward")
                        .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                        .withRequestRetryBackoffLimit(REQUEST_RETRIES)
                        .build())
                .build();
    }

    private static <R extends HasMetadata> void configure(
            ControllerConfigurationOverrider<R> controller, Settings settings) {
        if (!settings.namespaces().isEmpty()) {
            controller.settingNamespaces(settings.namespaces());
        }
        controller.withGenerationAware(false).withOnUpdateFilter(Brake::concerns);
        controller.withRetry(new GenericRetry()
                .withoutMaxAttempts()
                .setInitialInterval(FIRST_RETRY_MILLIS)
                .setMaxInterval(LAST_RETRY_MILLIS));
    }

    private static void complain(String[] args, SettingsResult read) {
        if (args.length > 0) {
            System.err.println(
                    "Unknown arguments " + List.of(args) + ": allowed is --help, all else is set by environment.");
        }
        if (read instanceof SettingsResult.Invalid invalid) {
            invalid.problems().forEach(System.err::println);
        }
    }
}
