package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of an audit log's lines are the operator's, and which role of the chart each is held against. */
class AuditLogTest {
    private static final String IN_PROCESS = "\"username\":\"admin\"";
    private static final String IN_A_POD = account("any", "cacheward-7d-x2");
    private static final String CLEANUP = account("any", "cacheward-cleanup-x2");
    private static final Right READ_A_POD = new Right("", "pods", "get");
    private static final Right LIST_PODS = new Right("", "pods", "list");

    @Test
    void aRequestOfTheOperatorsAgentIsOneVerbOnOneResource() {
        assertThat(asked(IN_PROCESS, "cacheward", "patch", "\"apiGroup\":\"apps\",\"resource\":\"statefulsets\""))
                .extracting(AuditedRequest::right)
                .containsExactly(new Right("apps", "statefulsets", "patch"));
    }

    @Test
    void theAccountOfAReleaseIsTheOperatorWhateverTheAgent() {
        assertThat(asked(IN_A_POD, "curl", "get", "\"resource\":\"pods\""))
                .extracting(AuditedRequest::right)
                .containsExactly(READ_A_POD);
    }

    @Test
    void aSubresourceIsAResourceOfItsOwn() {
        assertThat(asked(IN_PROCESS, "cacheward", "patch", "\"resource\":\"pods\",\"subresource\":\"status\""))
                .extracting(AuditedRequest::right)
                .containsExactly(new Right("", "pods/status", "patch"));
    }

    @Test
    void whatOthersAskIsNoMatter() {
        String other = "\"username\":\"system:serviceaccount:cacheward:default\"";
        assertThat(asked(IN_PROCESS, "cacheward-tests", "delete", "\"resource\":\"nodes\""))
                .isEmpty();
        assertThat(asked(other, "curl", "delete", "\"resource\":\"nodes\"")).isEmpty();
    }

    @Test
    void whatWasAskedBeforeIsNoMatter() {
        String line = line(IN_PROCESS, "cacheward", "get", "\"resource\":\"pods\"", 200);

        assertThat(AuditLog.operators(Stream.of(line), Instant.parse("2026-01-01T00:00:02Z")))
                .isEmpty();
    }

    @Test
    void anApplyThatMakesAnObjectNeedsTheRightToCreateItToo() {
        // Given
        Right patch = new Right("", "secrets", "patch");
        List<AuditedRequest> made = AuditLog.operators(
                Stream.of(line(IN_PROCESS, "cacheward", "patch", "\"resource\":\"secrets\"", 201)), Instant.EPOCH);

        // Then
        assertThat(role(Grants.OPERATOR, patch).missing(made)).containsExactly(patch.to("create"));
    }

    @Test
    void whatACleanupStopsTheOperatorByIsNoUseOfTheOperatorsOwnRights() {
        // Given
        Grants operator = role(Grants.OPERATOR, LIST_PODS);
        List<AuditedRequest> asked = asked(CLEANUP, "cacheward", "list", "\"resource\":\"pods\",\"namespace\":\"any\"");

        // Then
        assertThat(operator.unused(operator.mine(asked))).containsExactly(LIST_PODS);
    }

    @Test
    void aRightToOneNameIsNoneToAnother() {
        // Given
        Grants leader = new Grants("Role/cacheward-leader", List.of(new Grants.Grant(READ_A_POD, Set.of("cacheward"))));
        List<AuditedRequest> asked =
                asked(IN_A_POD, "cacheward-lease", "get", "\"resource\":\"pods\",\"name\":\"other\"");

        // Then
        assertThat(leader.missing(leader.mine(asked))).containsExactly(READ_A_POD);
        assertThat(leader.unused(leader.mine(asked))).containsExactly(READ_A_POD);
    }

    private static Grants role(String role, Right right) {
        return new Grants(role, List.of(new Grants.Grant(right, Set.of())));
    }

    private static String account(String namespace, String pod) {
        return "\"username\":\"system:serviceaccount:%s:cacheward\",\"extra\":{\"authentication.kubernetes.io/pod-name\":[\"%s\"]}"
                .formatted(namespace, pod);
    }

    private static List<AuditedRequest> asked(String user, String agent, String verb, String object) {
        return AuditLog.operators(Stream.of(line(user, agent, verb, object, 200)), Instant.EPOCH);
    }

    private static String line(String user, String agent, String verb, String object, int code) {
        return ("{\"verb\":\"%s\",\"user\":{%s},\"userAgent\":\"%s\",\"objectRef\":{%s},\"responseStatus\":{\"code\":%d},"
                        + "\"requestReceivedTimestamp\":\"2026-01-01T00:00:01.000000Z\"}")
                .formatted(verb, user, agent, object, code);
    }
}
