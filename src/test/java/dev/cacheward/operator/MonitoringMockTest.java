package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.chart.Helm;
import dev.cacheward.chart.Monitoring;
import dev.cacheward.telemetry.OperatorMeters;
import dev.cacheward.testbed.EmbeddedApi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the page, the alerts and the dashboard name is what the running operator shows. */
class MonitoringMockTest {
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) ");
    private static final Pattern NAME = Pattern.compile("(?m)^[a-z_]+");

    @Test
    void everyMetricThatIsNamedIsScraped() {
        Helm.demand();
        try (RunningOperator running =
                new RunningOperator(RunningOperator.settings(Map.of("CACHEWARD_RECONCILE_INTERVAL_SECONDS", "10")))) {
            // Given
            running.apply(RunningOperator.SHOP.replace(
                    "ttls: {users: 60s}", "{ttls: {users: 60s}, keyspaces: [{prefix: 'shop:', ttl: users}]}"));
            running.awaitReady("shop");

            // When
            edit(running);

            // Then
            RunningOperator.soon().untilAsserted(() -> {
                assertThat(scraped(running)).containsAll(Monitoring.used());
                assertThat(Monitoring.documented())
                        .isNotEmpty()
                        .allSatisfy(documented -> assertThat(scraped(running))
                                .as(documented)
                                .anyMatch(name -> Monitoring.covers(documented, name)));
            });
            assertThat(withoutHelp(running.metrics())).isEmpty();
        }
    }

    /** The families of a page that say nothing of themselves. */
    private static List<String> withoutHelp(String page) {
        return TYPE.matcher(page)
                .results()
                .map(family -> family.group(1))
                .filter(family -> !Pattern.compile("(?m)^# HELP " + family + " \\S.*$")
                        .matcher(page)
                        .find())
                .toList();
    }

    /** So that there is a drift to repair. */
    private static void edit(RunningOperator running) {
        running.client
                .configMaps()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("shop-cache")
                .edit(map -> {
                    map.setData(Map.of("CACHE_TTL_USERS", "1"));
                    return map;
                });
    }

    /** An operator that runs alone is not asked whether it leads. */
    private static Set<String> scraped(RunningOperator running) {
        try (OperatorMeters leader = new OperatorMeters()) {
            leader.leadership(() -> true);
            return NAME.matcher(running.metrics() + leader.scrape())
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }
    }
}
