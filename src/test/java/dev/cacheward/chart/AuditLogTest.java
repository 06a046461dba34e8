package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rights a line of an audit log tells of. */
class AuditLogTest {
    @Test
    void aRequestOfTheOperatorsAgentIsOneVerbOnOneResource() {
        assertThat(used("admin", "cacheward", "patch", "\"apiGroup\":\"apps\",\"resource\":\"statefulsets\"", 200))
                .containsExactly(new Right("apps", "statefulsets", "patch"));
    }

    @Test
    void theAccountOfAReleaseIsTheOperatorWhateverTheAgent() {
        assertThat(used("system:serviceaccount:any:cacheward", "cacheward-lease", "get", "\"resource\":\"pods\"", 200))
                .containsExactly(new Right("", "pods", "get"));
    }

    @Test
    void anApplyThatMakesAnObjectNeedsTheRightToCreateItToo() {
        assertThat(used("admin", "cacheward", "patch", "\"resource\":\"secrets\"", 201))
                .containsExactlyInAnyOrder(new Right("", "secrets", "patch"), new Right("", "secrets", "create"));
    }

    @Test
    void aSubresourceIsAResourceOfItsOwn() {
        assertThat(used("admin", "cacheward", "patch", "\"resource\":\"pods\",\"subresource\":\"status\"", 200))
                .containsExactly(new Right("", "pods/status", "patch"));
    }

    @Test
    void whatOthersAskIsNoMatter() {
        assertThat(used("admin", "cacheward-tests", "delete", "\"resource\":\"nodes\"", 200))
                .isEmpty();
        assertThat(used("system:serviceaccount:cacheward:default", "curl", "delete", "\"resource\":\"nodes\"", 200))
                .isEmpty();
    }

    private static Set<Right> used(String user, String agent, String verb, String object, int code) {
        return AuditLog.used(Stream.of(
                "{\"verb\":\"%s\",\"user\":{\"username\":\"%s\"},\"userAgent\":\"%s\",\"objectRef\":{%s},\"responseStatus\":{\"code\":%d}}"
                        .formatted(verb, user, agent, object, code)));
    }
}
