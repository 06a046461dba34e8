package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CACHEWARD_NAMESPACES|shop,|\"\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|shop,Blog|\"Blog\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|a.b|\"a.b\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|*|\"*\" in it is not a namespace",
                "CACHEWARD_NAMESPACES|shop,blog,shop|\"shop\" stands in it twice",
                "CACHEWARD_REDIS_IMAGE|redis 8|not an image",
                "CACHEWARD_REDIS_IMAGE|:8|not an image",
                "CACHEWARD_REDIS_RUN_AS|0|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|-1|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|2147483648|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|99999999999999999999|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_REDIS_RUN_AS|redis|a user id from 1 to 2147483647, or platform",
                "CACHEWARD_CLUSTER_DOMAIN|.cluster.local|not a domain such as cluster.local",
                "CACHEWARD_CLUSTER_DOMAIN|Cluster.Local|not a domain such as cluster.local",
                "CACHEWARD_CLUSTER_DOMAIN|svc.cluster.local/|not a domain such as cluster.local",
                "CACHEWARD_NAMESPACE|a,b|not a namespace",
                "CACHEWARD_NAMESPACE|-a|not a namespace",
                "CACHEWARD_LOG_LEVEL|trace|allowed are error, warn, info and debug",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|9|from 10 to 3600",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|3601|from 10 to 3600",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|60s|without a unit",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS|1.5|a whole number",
                "CACHEWARD_POD_KEY_PREFIXES|team,a b|\"a b\" in it begins no key",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS|0|from 1 to 10",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS|11|from 1 to 10",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS|500ms|without a unit",
                "CACHEWARD_EXTERNAL_ALLOWED_HOSTS|public,*|\"*\" in it is no host; allowed are public, namespace",
                "CACHEWARD_LOG_FORMAT|logfmt|allowed are text and json",
                "CACHEWARD_LEADER_ELECTION|yes|allowed are true and false",
                "CACHEWARD_LEADER_ELECTION|true|needs CACHEWARD_NAMESPACE",
                "CACHEWARD_LEASE|Cacheward|not the name of a Lease",
                "CACHEWARD_LEASE|a..b|not the name of a Lease",
                "CACHEWARD_LEASE|a-|not the name of a Lease",
                "CACHEWARD_POD_NAME|a/b|not the name of a pod",
                "CACHEWARD_HTTP_PORT|0|a port from 1 to 65535",
                "CACHEWARD_HTTP_PORT|65536|a port from 1 to 65535",
                "CACHEWARD_HTTP_PORT|http|a port from 1 to 65535",
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String name, String value, String advice) {
        // When
        List<Problem> problems = problems(Map.of(name, value));

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(name + ": \"" + value + "\": ")
                        .contains(advice));
    }

    @Test
    void allErrorsAreFoundAtOnceInTheOrderOfTheHelp() {
        // When
        List<Problem> problems = problems(Map.of(
                "CACHEWARD_LOG_LEVEL",
                "loud",
                "CACHEWARD_NAMESPACES",
                "A",
                "CACHEWARD_REDIS_TIMEOUT_SECONDS",
                "0",
                "CACHEWARD_RECONCILE_INTERVAL_SECONDS",
                "often"));

        // Then
        assertThat(problems)
                .extracting(Problem::field)
                .containsExactly(
                        "CACHEWARD_NAMESPACES",
                        "CACHEWARD_LOG_LEVEL",
                        "CACHEWARD_RECONCILE_INTERVAL_SECONDS",
                        "CACHEWARD_REDIS_TIMEOUT_SECONDS");
    }

    private static List<Problem> problems(Map<String, String> environment) {
        SettingsResult result = Settings.parse(environment);
        assertThat(result).isInstanceOf(SettingsResult.Invalid.class);
        return ((SettingsResult.Invalid) result).problems();
    }
}
