package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.docs.PageTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the operator asked the API server for while all tests on the cluster ran, by the audit logs that
 * {@code CACHEWARD_TEST_AUDIT_LOG} names: nothing that the chart does not grant, and all that it grants, role by role. The build
 * says when the run began: the log of a cluster that is used again has those before it, too.
 */
@Tag("rights")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsUsedIT {
    private List<AuditedRequest> asked;
    private List<Grants> roles;

    @BeforeAll
    void read() {
        Helm.demand();
        asked = AuditLog.demand().operators(Instant.parse(System.getProperty("run.started")));
        roles = Grants.of(Rendering.of());
    }

    @Test
    void theOperatorAsksForNothingThatItMayNotDo() {
        assertThat(roles).allSatisfy(role -> {
            List<AuditedRequest> mine = role.mine(asked);
            assertThat(mine).as("requests by %s", role.role()).isNotEmpty();
            assertThat(role.missing(mine))
                    .as("asked for beside %s", role.role())
                    .isEmpty();
        });
    }

    @Test
    void everyRightIsUsedOrThePageSaysWhenItWouldBe() {
        assertThat(roles).allSatisfy(role -> {
            List<Right> unused = role.unused(role.mine(asked)).toList();
            System.out.println("Granted by " + role.role() + " and not used: " + unused);
            assertThat(unused).as("not used of %s", role.role()).isSubsetOf(told(role));
        });
    }

    /** The page explains rights of the operator's own role only. */
    private static List<Right> told(Grants role) {
        return role.role().equals(Grants.OPERATOR)
                ? PageTable.rows(InstallPageTest.PAGE, "rarely").stream()
                        .flatMap(Right::told)
                        .toList()
                : List.of();
    }
}
