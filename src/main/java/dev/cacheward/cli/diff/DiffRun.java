package dev.cacheward.cli.diff;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cli.cluster.Cluster;
import dev.cacheward.cli.cluster.ClusterOptions;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.cluster.Refusal;
import dev.cacheward.cli.cluster.Route;
import dev.cacheward.cli.cluster.Routes;
import dev.cacheward.cli.diff.report.ResourceDiff;
import dev.cacheward.cli.terminal.Progress;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.runtime.StartException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Carries out a comparison with a real cluster, and prints it. */
final class DiffRun {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final Terminal terminal;
    private final ClusterOptions options;

    DiffRun(Terminal terminal, ClusterOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    int run(List<String> files, boolean json) {
        try (Cluster cluster = Cluster.open(options)) {
            List<Manifest> manifests = new Manifests(terminal, cluster.namespace()).read(files);
            if (manifests.isEmpty()) {
                return trouble("There is no CacheProfile and no RateLimitPolicy in " + String.join(", ", files) + ".");
            }
            Set<Refusal> refusals = new LinkedHashSet<>();
            List<ResourceDiff> diffs = compare(cluster, manifests, refusals);
            terminal.out().print(json ? json(diffs) : DiffText.of(diffs, terminal));
            terminal.out().flush();
            refusals.forEach(refusal -> terminal.err()
                    .println("Not looked at, for lack of the right to " + refusal.right() + ": " + refusal.lost()));
            return code(diffs);
        } catch (StartException unreadable) {
            return trouble(unreadable.getMessage());
        } catch (KubernetesClientException failed) {
            return trouble(
                    "The cluster cannot be asked: " + ApiRefusal.of(failed).message());
        }
    }

    private List<ResourceDiff> compare(Cluster cluster, List<Manifest> manifests, Set<Refusal> refusals) {
        List<ResourceDiff> diffs = new ArrayList<>();
        try (Progress progress = terminal.progress();
                LettuceGateway gateway = new LettuceGateway(TIMEOUT)) {
            for (Manifest manifest : manifests) {
                progress.step("Comparing " + manifest.resource());
                Reading reading = new Reading(cluster.client(), manifest.namespace());
                try (Route route = Routes.open(options, terminal.environment(), reading, gateway)) {
                    Comparison comparison = new Comparison(reading, route, Clock.systemUTC());
                    diffs.add(
                            manifest.kind().equals(Manifest.PROFILE)
                                    ? comparison.profile(CacheProfile.class, manifest)
                                    : comparison.policy(RateLimitPolicy.class, manifest));
                }
                refusals.addAll(reading.refusals());
            }
        }
        return diffs;
    }

    private static int code(List<ResourceDiff> diffs) {
        if (diffs.stream().anyMatch(diff -> !diff.refused().isEmpty())) {
            return ExitCode.USAGE;
        }
        return diffs.stream().anyMatch(ResourceDiff::changes) ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private int trouble(String words) {
        terminal.err().println(terminal.paint(Style.BAD, words));
        return ExitCode.USAGE;
    }

    private static String json(List<ResourceDiff> diffs) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(diffs)
                + "\n";
    }
}
