package dev.cacheward.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The health of every shape of status that the operator leaves, one file each. */
class HealthTest {
    private static final Path SAMPLES = Path.of("src/test/resources/gitops");
    private static final String NOT_RECONCILED = "The operator has not reconciled this generation yet.";

    /** How many rows the tables below have. */
    private static final int SHAPES = 14;

    private final ArgoHealth argo = ArgoHealth.shipped();
    private final FluxHealth flux = FluxHealth.shipped();

    @ParameterizedTest
    @CsvSource({
        "ready,        Healthy,     All is well.",
        "ready-policy, Healthy,     All is well.",
        "provisioning, Progressing, The pod starts.",
        "waiting,      Progressing, The registry does not answer.",
        "unknown,      Progressing, See the log.",
        "stalled,      Degraded,    spec.ttls.users is too long.",
        "paused,                       Suspended, The operator is stopped by annotation cacheward.dev/paused.",
        "paused-and-edited,            Suspended, The operator is stopped by annotation cacheward.dev/paused.",
        "paused-before-the-first-reconciliation, Suspended, The operator is stopped by annotation cacheward.dev/paused.",
        "without-status,        Progressing, " + NOT_RECONCILED,
        "not-seen,              Progressing, " + NOT_RECONCILED,
        "behind,                Progressing, " + NOT_RECONCILED,
        "behind-and-stalled,    Progressing, " + NOT_RECONCILED,
        "resumed-after-an-edit, Progressing, " + NOT_RECONCILED,
    })
    void argoCdShows(String sample, String status, String message) throws IOException {
        assertThat(argo.of(read(sample))).isEqualTo(new ArgoHealth.Health(status, message));
    }

    @ParameterizedTest
    @CsvSource({
        "ready,                        CURRENT",
        "ready-policy,                 CURRENT",
        "provisioning,                 IN_PROGRESS",
        "waiting,                      IN_PROGRESS",
        "unknown,                      IN_PROGRESS",
        "stalled,                      FAILED",
        "paused,                       CURRENT",
        "paused-and-edited,            IN_PROGRESS",
        "paused-before-the-first-reconciliation, IN_PROGRESS",
        "not-seen,                     IN_PROGRESS",
        "behind,                       IN_PROGRESS",
        "behind-and-stalled,           IN_PROGRESS",
        "resumed-after-an-edit,        IN_PROGRESS",
    })
    void fluxWaitsWithTheShippedExpressions(String sample, Kstatus.State state) throws IOException {
        assertThat(flux.of(read(sample))).isEqualTo(state);
    }

    /** The CRD's default keeps a resource from being without a status: see {@code CrdsTest}. */
    @ParameterizedTest
    @CsvSource({
        "ready,                        CURRENT",
        "ready-policy,                 CURRENT",
        "provisioning,                 IN_PROGRESS",
        "waiting,                      IN_PROGRESS",
        "unknown,                      IN_PROGRESS",
        "stalled,                      FAILED",
        "paused,                       CURRENT",
        "paused-and-edited,            CURRENT",
        "paused-before-the-first-reconciliation, IN_PROGRESS",
        "without-status,               CURRENT",
        "not-seen,                     IN_PROGRESS",
        "behind,                       IN_PROGRESS",
        "behind-and-stalled,           IN_PROGRESS",
        "resumed-after-an-edit,        CURRENT",
    })
    void kstatusSaysWithoutAnyExpression(String sample, Kstatus.State state) throws IOException {
        assertThat(Kstatus.of(read(sample))).isEqualTo(state);
    }

    @Test
    void everySampleHasARow() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files).hasSize(SHAPES);
        }
    }

    private static Map<String, Object> read(String sample) throws IOException {
        return new YAMLMapper().readValue(SAMPLES.resolve(sample + ".yaml").toFile(), new TypeReference<>() {});
    }
}
