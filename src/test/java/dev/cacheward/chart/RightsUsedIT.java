package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ReadmeTable;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the operator asked the API server for while all tests on the cluster ran, by the audit log that
 * {@code CACHEWARD_TEST_AUDIT_LOG} names: nothing that the chart does not grant, and all that it grants.
 */
@Tag("install")
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsUsedIT {
    private static final String FILE = "CACHEWARD_TEST_AUDIT_LOG";

    private Set<Right> used;
    private Set<Right> granted;

    @BeforeAll
    void read() {
        Helm.demand();
        String file = Optional.ofNullable(System.getenv(FILE)).orElse("").strip();
        demand(!file.isEmpty(), FILE + " names no audit log of the API server");
        used = new AuditLog(Path.of(file)).usedByTheOperator();
        Rendering rendering = Rendering.of();
        granted = Stream.concat(
                        Rendering.stream(
                                rendering.object("ClusterRole/cacheward").at("/rules")),
                        rendering.rules("Role").stream())
                .flatMap(Right::granted)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void theOperatorAsksForNothingThatItMayNotDo() {
        assertThat(used).isNotEmpty();
        assertThat(used.stream().filter(right -> !granted.contains(right))).isEmpty();
    }

    @Test
    void everyRightIsUsedOrThePageSaysWhenItWouldBe() {
        List<Right> unused =
                granted.stream().filter(right -> !used.contains(right)).toList();
        System.out.println("Granted and not used: " + unused);

        assertThat(unused)
                .isSubsetOf(ReadmeTable.rows(InstallPageTest.PAGE, "rarely").stream()
                        .flatMap(Right::told)
                        .toList());
    }

    private static void demand(boolean met, String lack) {
        if (!met && "true".equals(System.getenv("CI"))) {
            Assertions.fail(lack + ", and CI must not skip a test");
        }
        if (!met) {
            System.err.println("SKIPPED: " + lack);
        }
        Assumptions.assumeTrue(met, lack);
    }
}
