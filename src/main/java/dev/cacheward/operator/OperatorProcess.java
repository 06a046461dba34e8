package dev.cacheward.operator;

import dev.cacheward.health.ProcessState;
import dev.cacheward.leader.LeaseTimes;
import dev.cacheward.leader.Replica;
import dev.cacheward.leader.WriteFence;
import dev.cacheward.runtime.HttpEndpoint;
import dev.cacheward.runtime.Page;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.StartFailure;
import dev.cacheward.telemetry.OperatorMeters;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.OperatorException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the operator as a process: starts its parts in order and stops them in order. */
public final class OperatorProcess {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorProcess.class);
    private static final int FAILED = 1;

    private final Settings settings;
    private final Instruments instruments;
    private final Optional<Replica> replica;
    private final KubernetesClient client;
    private final ProcessState state;
    private final Lifecycle lifecycle = Lifecycle.standingBy(this::fail);
    private final AtomicReference<CachewardOperator> operator = new AtomicReference<>();
    private final AtomicInteger exitCode = new AtomicInteger();

    private OperatorProcess(Settings settings) {
        this.settings = settings;
        this.instruments = Instruments.create(settings);
        this.replica = settings.replica().leaderElection() ? Optional.of(replica()) : Optional.empty();
        this.client = KubernetesClients.operator(new WriteFence(this::leads), instruments.warnings());
        this.state = new ProcessState(() -> replica.map(Replica::takesPart).orElse(true));
        instruments.meters().leadership(this::leads);
    }

    /**
     * Runs the operator and does not return. This thread keeps the process alive, since without a resource and a port no other
     * thread does. An unforeseen failure ends the process, so that a half-working operator does not go unnoticed.
     */
    @SuppressWarnings("checkstyle:IllegalCatch")
    public static void run(Settings settings) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.error("{} failed", thread, failure));
        OperatorProcess process = new OperatorProcess(settings.orDomain(ResolvConf.clusterDomain()));
        Runtime.getRuntime().addShutdownHook(new Thread(process::end, "stop"));
        try {
            process.begin();
            new CountDownLatch(1).await();
        } catch (InterruptedException | RuntimeException failed) {
            LOG.error("The operator cannot go on", failed);
            process.exit();
        }
    }

    private void begin() {
        settings.httpPort().ifPresent(this::open);
        state.fillCaches();
        operator.set(startOrExit());
        replica.ifPresent(standing -> {
            state.standBy();
            standing.stand().join();
        });
        lifecycle.gate().open();
        state.serve();
        LOG.info(
                "Looking after {}; profiles that name no image get {}; hosts end in {}",
                settings.namespaces().isEmpty() ? "all namespaces" : settings.namespaces(),
                settings.redis().image(),
                settings.clusterDomain().name());
    }

    /** Starts the operator. If that fails, it prints the reason for a person and exits. */
    private CachewardOperator startOrExit() {
        try {
            return CachewardOperator.start(
                    Connections.of(client, settings), settings, Clock.systemUTC(), instruments, lifecycle);
        } catch (OperatorException failure) {
            LOG.debug("start failed", failure);
            System.err.println(StartFailure.describe(
                    failure, client.getConfiguration().getMasterUrl(), KubernetesClients.proxy(client)));
            exit();
            throw failure;
        }
    }

    private void open(int port) {
        try {
            HttpEndpoint.open(port, pages());
        } catch (UncheckedIOException failure) {
            System.err.println(failure.getMessage());
            exit();
        }
    }

    private Map<String, Supplier<Page>> pages() {
        return Map.of(
                "/livez", () -> Page.probe(instruments.watch().failure().or(() -> replica.flatMap(Replica::failure))),
                "/readyz", () -> Page.probe(state.notReady()),
                "/startupz", () -> Page.probe(state.notStarted()),
                "/metrics",
                        () -> new Page(
                                200,
                                OperatorMeters.CONTENT_TYPE,
                                instruments.meters().scrape()));
    }

    private Replica replica() {
        Replica.Candidate candidate = new Replica.Candidate(
                settings.ownNamespace().orElseThrow(),
                settings.replica().lease(),
                settings.replica().podName().orElseGet(OperatorProcess::hostName),
                OperatorProcess::abandon);
        return new Replica(KubernetesClients.lease(), candidate, LeaseTimes.OPERATOR, Clock.systemUTC());
    }

    private boolean leads() {
        return replica.map(Replica::leads).orElse(true);
    }

    private void fail(Throwable lost) {
        LOG.error("The operator does not learn of changes any more, and ends to be started anew", lost);
        exit();
    }

    private void exit() {
        exitCode.set(FAILED);
        System.exit(FAILED);
    }

    /** Ends the process at once without finishing anything, since another replica may begin to act. */
    private static void abandon() {
        LOG.error("The lead is lost: this process ends at once, to be started anew");
        Runtime.getRuntime().halt(FAILED);
    }

    /**
     * Finishes the running reconciliations, and only then lets another replica lead. If they do not finish, the Lease is left
     * to expire, since their requests may still be carried out. It halts with the exit code itself: after a signal the JVM
     * would exit with an error, although a requested stop is not one.
     */
    private void end() {
        state.stop();
        lifecycle.gate().shut();
        Optional.ofNullable(operator.get()).ifPresent(CachewardOperator::close);
        replica.filter(standing -> lifecycle.gate().isTerminated()).ifPresent(Replica::close);
        LOG.info("Stopped");
        Runtime.getRuntime().halt(exitCode.get());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "unknown";
        }
    }
}
