package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.testbed.EmbeddedApi;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two replicas in virtual machines of their own, of which the first leads. */
class ReplicasMockTest {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicasMockTest.class);

    @TempDir
    private Path folder;

    private final EmbeddedApi api = EmbeddedApi.start();
    private OperatorJvm first;
    private OperatorJvm second;

    @BeforeEach
    void start() {
        api.client()
                .load(new ByteArrayInputStream(RunningOperator.SHOP.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(EmbeddedApi.NAMESPACE)
                .serverSideApply();
        first = new OperatorJvm(api, folder, "first");
        soon().until(() -> first.isLeader() && first.isReady());
        soon().ignoreException(NullPointerException.class).until(this::shopIsLookedAt);
        second = new OperatorJvm(api, folder, "second");
        soon().until(second::isReady);
    }

    private boolean shopIsLookedAt() {
        return api.client()
                        .resources(CacheProfile.class)
                        .inNamespace(EmbeddedApi.NAMESPACE)
                        .withName("shop")
                        .get()
                        .getStatus()
                        .observedGeneration()
                == 1;
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        api.close();
    }

    @Test
    void aStopThatIsAskedForIsNoFailureAndLetsTheOtherActAtOnce() throws Exception {
        // Given
        soon().until(() -> second.get("/metrics").contains("cacheward_leader 0.0"));
        soon().until(() -> second.get("/startupz").equals("ok\n"));
        soon().until(() -> first.get("/livez").equals("ok\n"));
        long asked = System.nanoTime();

        // When
        first.signal("TERM");

        // Then
        int exit = first.awaitExit();
        long ended = System.nanoTime();
        soon().until(() -> second.isLeader() && second.isReady());
        LOG.info(
                "ended after {} ms, the other acts after {} ms",
                millis(asked, ended),
                millis(asked, System.nanoTime()));
        assertThat(exit).isZero();
        assertThat(first.lines())
                .as("so that nobody has to wait until it would have run out")
                .anyMatch(line -> line.contains("is given back"));
        assertThatEachLineIsAnObject(first.lines());
        assertThatNoLineHasAPassword(first.lines());
    }

    @Test
    void aLeaderThatIsPausedEndsWhenItGoesOnSinceAnotherLeads() {
        // Given
        long paused = System.nanoTime();
        first.signal("STOP");

        // When
        soon().until(() -> second.isLeader() && second.isReady());
        LOG.info("the other acts after {} ms", millis(paused, System.nanoTime()));
        api.clearRequests();
        first.signal("CONT");

        // Then
        assertThat(first.awaitExit()).isEqualTo(1);
        assertThat(first.lines()).anyMatch(line -> line.contains("The lead is lost"));
        soon().until(second::isLeader);
    }

    private static void assertThatEachLineIsAnObject(List<String> lines) throws Exception {
        ObjectMapper json = new ObjectMapper();
        boolean resource = false;
        for (String line : lines) {
            JsonNode node = json.readTree(line);
            assertThat(node.path("level").asText()).as(line).isIn("DEBUG", "INFO", "WARN");
            resource |= node.path("resource.name").asText().equals("shop")
                    && node.path("resource.generation").asText().equals("1")
                    && !node.path("resource.reason").asText().isEmpty();
        }
        assertThat(resource).as("a line about shop in " + lines).isTrue();
    }

    private void assertThatNoLineHasAPassword(List<String> lines) {
        List<String> passwords = api.client().secrets().inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream()
                .flatMap(secret -> secret.getData().entrySet().stream())
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).contains("password"))
                .map(entry -> new String(Base64.getDecoder().decode(entry.getValue()), StandardCharsets.UTF_8))
                .toList();
        assertThat(passwords).isNotEmpty();
        assertThat(String.join("\n", lines)).doesNotContain(passwords);
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(50));
    }
}
