package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody changes on a running server by hand is told once, and put right unless the profile is paused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandEditsMockTest {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private RunningOperator running;
    private ProfilePolicyPairs pairs;

    @BeforeAll
    void start() {
        running = new RunningOperator(FrequentReconciliations.settings());
        pairs = new ProfilePolicyPairs(running);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void usersAreAsTheirFileSaysAgainAndForeignOnesAreGone() {
        // Given
        HandEditedServer server = ready("users");
        List<String> before = server.users();

        // When
        server.ask("ACL", "SETUSER", "mallory", "on", "nopass", "+@all", "~*");
        server.ask("ACL", "SETUSER", "default", "+flushall", ">secret-of-mallory");
        server.ask("ACL", "DELUSER", "probe");

        // Then
        RunningOperator.soon().until(() -> server.users().equals(before));
        running.awaitProfile("users", ConditionType.CONFIG_IN_SYNC, Reason.IN_SYNC);
        assertThat(server.asProbe("PING")).isEqualTo("PONG");
        assertThat(notes("users"))
                .anyMatch(note -> note.contains("user \"mallory\" was there, though no file has it"))
                .anyMatch(note -> note.contains("user \"default\" had a further password"))
                .anyMatch(note -> note.contains("user \"probe\" was missing"))
                .noneMatch(note ->
                        note.contains("secret-of-mallory") || HASH.matcher(note).find());
        assertThat(running.counted(
                        "cacheward_config_drift_total", "kind=\"user\",namespace=\"default\",profile=\"users\""))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aReplicaTakesWritesAgainAndItsParametersAreRight() {
        // Given
        HandEditedServer server = ready("role");

        // When
        server.config("CONFIG", "SET", "maxmemory-policy", "noeviction");
        server.ask("REPLICAOF", "192.0.2.1", "6379");

        // Then
        RunningOperator.soon().until(server::isPrimary);
        running.awaitProfile("role", ConditionType.CONFIG_IN_SYNC, Reason.IN_SYNC);
        running.awaitReady("role");
        assertThat(notes("role"))
                .anyMatch(note -> note.contains("the server was a replica of \"192.0.2.1:6379\" (REPLICAOF), whose data"
                        + " may have replaced its own"))
                .anyMatch(note -> note.contains("maxmemory-policy was \"noeviction\""));
        assertThat(server.config("CONFIG", "GET", "maxmemory-policy"))
                .asString()
                .contains("volatile-lfu");
    }

    @Test
    void whilePausedTheSameIsToldOnceAndStays() {
        // Given
        HandEditedServer server = ready("held");
        pairs.annotate(running.profile("held"), "cacheward.dev/paused", "\"true\"");
        running.awaitProfile("held", ConditionType.READY, Reason.PAUSED);
        running.api.clearRequests();

        // When
        server.ask("ACL", "SETUSER", "default", "+flushall");
        server.ask("ACL", "SETUSER", "mallory", "on", "nopass");
        server.ask("REPLICAOF", "192.0.2.1", "6379");

        // Then
        AwaitedConditions.condition(() -> running.profile("held"), ConditionType.CONFIG_IN_SYNC, Reason.DRIFTED);
        RunningOperator.soon()
                .until(() -> sync("held").message().contains("mallory")
                        && sync("held").message().contains("REPLICAOF")
                        && sync("held").message().contains("had other commands"));
        running.awaitQuiet(Duration.ofSeconds(3));
        assertThat(sync("held").message()).contains("It stays so while annotation cacheward.dev/paused is there.");
        assertThat(running.writesOfLooks()).extracting(Request::path).allMatch(path -> path.endsWith("/held/status"));
        assertThat(server.users()).anyMatch(user -> user.startsWith("user mallory "));
        assertThat(server.isPrimary()).isFalse();
        pairs.annotate(running.profile("held"), "cacheward.dev/paused", "\"false\"");
        RunningOperator.soon().until(server::isPrimary);
        assertThat(server.users()).noneMatch(user -> user.startsWith("user mallory "));
        running.awaitProfile("held", ConditionType.CONFIG_IN_SYNC, Reason.IN_SYNC);
    }

    @Test
    void withoutItsOwnUserTheOperatorSaysThatItIsLockedOutAndWhatHelps() {
        // Given
        HandEditedServer server = ready("locked");

        // When
        server.ask("ACL", "DELUSER", "cacheward");

        // Then
        Condition told = running.awaitProfile("locked", ConditionType.CONFIG_IN_SYNC, Reason.DRIFTED);
        assertThat(told.message())
                .startsWith("user \"cacheward\" of the running server does not take the operator's password any more")
                .contains("Delete pod \"locked-redis-0\"");
        running.awaitReady("locked");
    }

    private HandEditedServer ready(String name) {
        running.apply(RunningOperator.SHOP.replace("shop", name));
        running.awaitReady(name);
        return new HandEditedServer(running, name);
    }

    private Condition sync(String name) {
        return Conditions.find(running.profile(name).getStatus().conditions(), ConditionType.CONFIG_IN_SYNC)
                .filter(condition -> condition.status().equals(ConditionStatus.FALSE.wire()))
                .orElseThrow();
    }

    private List<String> notes(String name) {
        return running.client.events().v1().events().inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream()
                .filter(event -> event.getRegarding().getName().equals(name))
                .map(Event::getNote)
                .toList();
    }
}
