package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cli.cluster.Cluster;
import dev.cacheward.cli.cluster.ClusterOptions;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.cluster.Route;
import dev.cacheward.cli.cluster.Routes;
import dev.cacheward.cli.diagnose.page.PageText;
import dev.cacheward.cli.diagnose.report.DiagnosisReport;
import dev.cacheward.cli.terminal.Progress;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.external.DnsHostLookup;
import dev.cacheward.redis.client.external.LettuceExternalGateway;
import dev.cacheward.runtime.StartException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Carries out a diagnosis against a real cluster, and prints it. */
final class DiagnoseRun {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final Terminal terminal;
    private final ClusterOptions options;

    DiagnoseRun(Terminal terminal, ClusterOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /** @param parts the name, or the namespace and the name */
    int run(String[] parts, boolean json, int keys) {
        try (Cluster cluster = Cluster.open(options)) {
            String namespace = parts.length == 2 ? parts[0] : cluster.namespace();
            Optional<CacheProfile> profile = profile(cluster, namespace, parts[parts.length - 1]);
            if (profile.isEmpty()) {
                return ExitCode.USAGE;
            }
            Reading reading = new Reading(cluster.client(), namespace);
            DiagnosisReport report = look(reading, profile.get(), keys);
            terminal.out().print(json ? json(report) : PageText.of(report, terminal));
            terminal.out().flush();
            return report.hasFindings() ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (StartException wrong) {
            complain(wrong.getMessage());
            return ExitCode.USAGE;
        } catch (KubernetesClientException failed) {
            complain("The cluster cannot be asked: " + ApiRefusal.of(failed).message());
            return ExitCode.USAGE;
        }
    }

    private DiagnosisReport look(Reading reading, CacheProfile profile, int keys) {
        try (Progress progress = terminal.progress();
                LettuceGateway gateway = new LettuceGateway(TIMEOUT);
                LettuceExternalGateway foreign = new LettuceExternalGateway(gateway, new DnsHostLookup());
                Route route = Routes.open(options, terminal.environment(), reading, gateway)) {
            Means means =
                    new Means(reading, route, gateway, foreign, Clock.systemUTC(), DiagnoseRun::sleep, progress::step);
            return new Diagnosis(means).of(profile, keys);
        }
    }

    private Optional<CacheProfile> profile(Cluster cluster, String namespace, String name) {
        try {
            Optional<CacheProfile> found = Optional.ofNullable(cluster.client()
                    .resources(CacheProfile.class)
                    .inNamespace(namespace)
                    .withName(name)
                    .get());
            if (found.isEmpty()) {
                complain("There is no CacheProfile " + name + " in namespace " + namespace + " of "
                        + cluster.client().getConfiguration().getMasterUrl());
            }
            return found;
        } catch (KubernetesClientException failed) {
            complain("CacheProfile " + name + " of namespace " + namespace + " cannot be read: "
                    + ApiRefusal.of(failed).message());
            return Optional.empty();
        }
    }

    private void complain(String words) {
        terminal.err().println(terminal.paint(Style.BAD, words));
    }

    private static String json(DiagnosisReport report) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report)
                + "\n";
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
