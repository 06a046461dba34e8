package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Product;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.StrangeServer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that are not to be had here, each played by what it is known to say. */
class ForeignStubsTest {
    private static final Login LOGIN = new Login("default", new Password("secret"));

    private final ExternalAsking asking = new ExternalAsking();

    @AfterEach
    void close() {
        asking.close();
    }

    /** twemproxy 0.5 closes the connection, without a word, at each command that it does not know. */
    @Test
    void aProxyThatHangsUpAtACommandLacksThatCommand() throws IOException {
        // Given
        StrangeServer.Manners proxy = socket -> converse(socket, command -> switch (command) {
            case "TTL", "EVAL", "PUBLISH", "INFO" -> Optional.empty();
            default -> Optional.of("");
        });
        try (StrangeServer server = StrangeServer.start(proxy)) {
            // When
            ExternalAnswer answer = asking.answer(endpoint(server, new Authentication.None()));
            // Then
            assertThat(answer.capabilities()).isEmpty();
        }
    }

    @Test
    void aProxyThatHangsUpAtACommandThatIsNeededIsTold() throws IOException {
        // Given
        StrangeServer.Manners proxy =
                socket -> converse(socket, command -> command.equals("SET") ? Optional.empty() : Optional.of(""));
        // When
        Cause failure = failure(proxy);
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_CLOSED);
        assertThat(failure.message()).contains("answer to SET", "proxy");
    }

    /** twemproxy 0.5 knows {@code AUTH password} alone. */
    @Test
    void aProxyThatHangsUpAtAUserNameIsToldAsThat() throws IOException {
        // When
        Cause failure = failure(StrangeServer.impatient(
                Duration.ofSeconds(2),
                socket -> converse(socket, command -> command.equals("AUTH") ? Optional.empty() : Optional.of(""))));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_CLOSED);
        assertThat(failure.message()).contains("no user names");
    }

    /** Redis before 6 has passwords and no users. */
    @Test
    void aServerThatIsOlderThanUsersSaysSo() throws IOException {
        // When
        Cause failure = failure(saying(Map.of("AUTH", "-ERR wrong number of arguments for 'auth' command\r\n")));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.AUTH_FAILED);
        assertThat(failure.message()).contains("Leave the user name out");
    }

    /** kevy 3.17 and Redis before 6 without a password. */
    @Test
    void aServerThatKnowsNoLoginsIsAskedWithoutOneAndToldAsOpen() throws IOException {
        for (String refusal :
                List.of("-ERR unknown command 'AUTH'\r\n", "-ERR Client sent AUTH, but no password is set\r\n")) {
            // Given
            try (StrangeServer server = StrangeServer.start(saying(Map.of("AUTH", refusal)))) {
                // When
                ExternalAnswer answer = asking.answer(endpoint(server, LOGIN));
                Reply<Duration> ping = asking.redis().ping(endpoint(server, LOGIN), ExternalAsking.EVERYWHERE);
                // Then
                assertThat(answer.open()).isTrue();
                assertThat(ping.failure()).isEmpty();
            }
        }
    }

    /** As Upstash documents it. */
    @Test
    void aUsedUpPlanIsQuotaExceededAndItsNumbersAreNotRepeated() throws IOException {
        // When
        Cause failure =
                failure(saying(Map.of("SET", "-ERR max daily request limit exceeded. Limit: 10000, Usage: 10002\r\n")));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.QUOTA_EXCEEDED);
        assertThat(failure.message()).doesNotContain("10000", "10002");
    }

    /** Dragonfly names itself so, and has no run id. */
    @Test
    void anInfoOfAnotherProductIsReadAsFarAsItGoes() throws IOException {
        // Given
        String info = "redis_version:7.4.0\r\ndragonfly_version:df-v1.30.0\r\nmaxmemory_policy:noeviction\r\n";
        try (StrangeServer server = StrangeServer.start(saying(Map.of("INFO", bulk(info))))) {
            // When
            ExternalAnswer answer = asking.answer(endpoint(server, LOGIN));
            // Then
            assertThat(answer.info().orElseThrow().version().product()).isEqualTo(Product.DRAGONFLY);
            assertThat(answer.evictionPolicy()).contains("noeviction");
        }
    }

    /** jedis-mock 1.1 answers with a title and a role. */
    @Test
    void anInfoWithoutAVersionIsNoFailure() throws IOException {
        // Given
        try (StrangeServer server =
                StrangeServer.start(saying(Map.of("INFO", bulk("# Replication\r\nrole:master\r\n"))))) {
            // When
            ExternalAnswer answer = asking.answer(endpoint(server, LOGIN));
            // Then
            assertThat(answer.capabilities()).contains(Capability.INFO);
            assertThat(answer.info()).isEmpty();
            assertThat(answer.evictionPolicy()).isEmpty();
        }
    }

    @Test
    void aValueThatIsNotGivenBackIsTold() throws IOException {
        // When
        Cause failure = failure(saying(Map.of("GET", "$-1\r\n")));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
        assertThat(failure.message()).contains("does not give it back to GET");
    }

    @Test
    void whatAnErrorRepeatsStandsInNoMessage() throws IOException {
        // When
        Cause failure = failure(saying(Map.of("SET", "-ERR cannot do this for secret@redis.example\r\n")));
        // Then
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REDIS);
        assertThat(failure.message()).doesNotContain("secret", "redis.example");
    }

    private Cause failure(StrangeServer.Manners manners) throws IOException {
        try (StrangeServer server = StrangeServer.start(manners)) {
            return asking.failure(endpoint(server, LOGIN));
        }
    }

    private ExternalEndpoint endpoint(StrangeServer server, Authentication login) {
        return asking.endpoint("127.0.0.1", server.address().port(), login, Optional.empty());
    }

    /** Says this to these commands, and to the others what a Redis says. */
    private static StrangeServer.Manners saying(Map<String, String> answers) {
        return socket -> converse(socket, command -> Optional.of(answers.getOrDefault(command, "")));
    }

    /** What a server says to a command: empty to hang up, an empty text for the answer of a Redis. */
    @FunctionalInterface
    private interface Answers {
        Optional<String> to(String command);
    }

    private static void converse(Socket socket, Answers answers) throws IOException {
        for (String heard = StrangeServer.hear(socket); !heard.isEmpty(); heard = StrangeServer.hear(socket)) {
            Optional<String> answer = answers.to(heard.lines().toList().get(2));
            if (answer.isEmpty()) {
                return;
            }
            StrangeServer.say(socket, answer.get().isEmpty() ? StrangeServer.answer(heard) : answer.get());
        }
    }

    private static String bulk(String text) {
        return "$" + text.length() + "\r\n" + text + "\r\n";
    }
}
