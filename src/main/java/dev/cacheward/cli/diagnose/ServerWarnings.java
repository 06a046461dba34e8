package dev.cacheward.cli.diagnose;

import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.cluster.Refusal;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/** Reads the last warnings in the log of a server. */
final class ServerWarnings {
    private static final int LINES = 300;
    private static final int MOST = 5;

    /** In characters. */
    private static final int LONGEST = 300;

    /** The mark of a warning: {@code 1:M 23 Nov 2026 09:45:00.123 # words}. */
    private static final String WARNING = "\\d+:[A-Z] \\d+ \\S+ \\d{4} [\\d:.]+ # .*";

    /** A server writes it as a warning, at each start. */
    private static final String STARTED = "# Server initialized";

    private ServerWarnings() {}

    static List<String> read(Reading reading, Pod pod, String container) {
        String log = log(reading, pod, container);
        List<String> warnings = log.lines()
                .map(String::strip)
                .filter(line -> line.matches(WARNING) && !line.endsWith(STARTED))
                .map(line -> Quote.printable(Quote.shortened(line, LONGEST)))
                .toList();
        return warnings.subList(Math.max(0, warnings.size() - MOST), warnings.size());
    }

    /** A container that has not begun has no log, which is no matter. */
    private static String log(Reading reading, Pod pod, String container) {
        try {
            return reading.client()
                    .pods()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(pod.getMetadata().getName())
                    .inContainer(container)
                    .tailingLines(LINES)
                    .getLog();
        } catch (KubernetesClientException refused) {
            if (ApiRefusal.forbidden(refused).isPresent()) {
                reading.refuse(
                        new Refusal("get pods/log in namespace " + reading.namespace(), "what the server logged last"));
            }
            return "";
        }
    }
}
