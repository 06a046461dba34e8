package dev.cacheward.playground;

import ch.qos.logback.classic.LoggerContext;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.operator.CachewardOperator;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.log.LogFormat;
import dev.cacheward.runtime.log.LogLevel;
import dev.cacheward.runtime.log.Logging;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.StandInKubelet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** {@code mvn -q test-compile exec:java}: the main job on a laptop without a cluster, until Ctrl-C. */
public final class Playground {
    /** Ends as soon as all is Ready or cannot become so, instead of following edits. */
    public static final String ONCE = "playground.once";

    private static final Path EXAMPLE = Path.of("examples", "convoinsight");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(300);

    /** Looks without an event, before a run that ends by itself does: what watches still bring is told. */
    private static final int QUIET_LOOKS = 3;

    private final Screen screen;
    private final Path folder;
    private final Duration patience;

    /** @param patience how long a run that ends by itself waits for all to be Ready */
    Playground(PrintStream out, Path folder, Duration patience) {
        this.screen = new Screen(out);
        this.folder = folder;
        this.patience = patience;
    }

    /** Ends with status 0 when all is Ready in a run that ends by itself, with 1 when it cannot become so, or is not after a minute. */
    public static void main(String[] args) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(Playground::silence));
        System.exit(new Playground(System.out, EXAMPLE, PATIENCE).run(Boolean.getBoolean(ONCE)) ? 0 : 1);
    }

    /** At Ctrl-C everything goes at once; what the parts have to say about each other's end helps nobody. */
    private static void silence() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    /** @return whether all was Ready in time; if not {@code once}, it returns by interruption only */
    boolean run(boolean once) throws InterruptedException {
        introduce(once);
        Logging.apply(LogLevel.ERROR, LogFormat.TEXT);
        try (EmbeddedApi api = EmbeddedApi.start();
                StandInKubelet kubelet = StandInKubelet.start(api);
                Narrator narrator = new Narrator(api.client("playground"), screen)) {
            CachewardOperator operator =
                    CachewardOperator.start(api.client("cacheward"), Settings.defaults(), Clock.systemUTC());
            try {
                narrator.start();
                screen.event("started", "an API server, a kubelet, and the operator");
                return follow(api.client("playground"), kubelet, once);
            } finally {
                operator.close();
            }
        }
    }

    private boolean follow(KubernetesClient client, StandInKubelet kubelet, boolean once) throws InterruptedException {
        ManifestFolder manifests = new ManifestFolder(folder, client, screen);
        Readiness readiness = new Readiness(client);
        Greeting greeting = new Greeting(client, kubelet, screen);
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            manifests.look();
            boolean ready = readiness.allReady(manifests.resources());
            greet(client, readiness, manifests, greeting);
            if (ready && !told) {
                screen.event(
                        "ready",
                        "everything that was applied is Ready" + (once ? "" : ". Edit " + folder + " and look"));
                told = true;
            }
            boolean settled =
                    screen.looksSinceEvent() >= QUIET_LOOKS && (ready || readiness.allStalled(manifests.resources()));
            if (once && (settled || System.nanoTime() - deadline > 0)) {
                return ended(ready, readiness.reasons(manifests.resources()));
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private boolean ended(boolean ready, List<String> reasons) {
        if (!ready) {
            screen.event("failed", "not Ready:");
            screen.details(reasons);
        }
        return ready;
    }

    private static void greet(
            KubernetesClient client, Readiness readiness, ManifestFolder manifests, Greeting greeting) {
        for (HasMetadata resource : manifests.resources()) {
            if (resource.getKind().equals("CacheProfile") && readiness.isReady(resource)) {
                CacheProfile live = client.resources(CacheProfile.class)
                        .withName(resource.getMetadata().getName())
                        .get();
                greeting.greet(live);
            }
        }
    }

    private void introduce(boolean once) {
        screen.say("""
                Cacheward's playground: the real operator and a real Redis on this machine, with an API server and a kubelet \
                inside this process. Nothing outside is touched.
                Not shown here, since no real API server takes part: field ownership and its conflicts, and the schema with its \
                rules at admission (unknown and mistyped fields are refused here too; the operator's own checks are all there).
                On a real cluster: README.md, Install it on a cluster
                """);
        if (!once) {
            screen.say("Edit the files in " + folder + " while this runs: they are followed. Ctrl-C ends it.\n");
        }
    }
}
