package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server may repeat whatever it was sent: nothing of that comes into a message or into the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedSecretsTest {
    private static final String PASSWORD = "correct-horse";
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final String ALIAS = "config-battery-staple";
    private static final Login LOGIN = new Login("default", new Password(PASSWORD));

    private final RedisGateway gateway = LongTimeout.gateway();
    private final Logger root = LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ((ch.qos.logback.classic.Logger) root).addAppender(log);
    }

    @AfterEach
    void detach() {
        ((ch.qos.logback.classic.Logger) root).detachAppender(log);
        log.list.clear();
    }

    /** Its threads take a second or two to end. */
    @AfterAll
    void close() {
        gateway.close();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                        "ERR unknown command, with args beginning with: ",
                        "WRONGPASS ",
                        "NOAUTH ",
                        "NOPERM ",
                        "MISCONF ",
                        "ERR ",
                        "ERR syntax error ",
                        "ERR CONFIG SET failed (possibly related to argument 'save') - Unknown option ",
                        "",
                        "MOVED 1 ")
                .flatMap(start -> Stream.of(
                                new CheckDialogue(),
                                new InfoDialogue(),
                                new SnapshotDialogue(),
                                new ConfigDialogue(ALIAS, new TreeMap<>(Map.of("save", "60 1"))))
                        .map(dialogue -> Arguments.of(start, dialogue)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void inTheErrorToTheLogin(String start, Dialogue<?> dialogue) throws IOException {
        assertNothingIsRepeated(socket -> repeat(socket, start, 0), dialogue);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void inTheErrorToAnyLaterCommand(String start, Dialogue<?> dialogue) throws IOException {
        assertNothingIsRepeated(socket -> repeat(socket, start, 1), dialogue);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void inWhatIsSaidBeforeTheConnectionIsClosed(String start, Dialogue<?> dialogue) throws IOException {
        assertNothingIsRepeated(socket -> StrangeServer.say(socket, "-" + start + PASSWORD + "\r\n"), dialogue);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void inBytesThatAreNoProtocol(String start, Dialogue<?> dialogue) throws IOException {
        assertNothingIsRepeated(socket -> StrangeServer.say(socket, PASSWORD + start + ALIAS + "\r\n"), dialogue);
    }

    /** Accepts so many commands, and repeats all that it heard in the error to each later one. */
    private static void repeat(Socket socket, String start, int accepted) throws IOException {
        StringBuilder all = new StringBuilder();
        int count = 0;
        for (String heard = StrangeServer.hear(socket); !heard.isEmpty(); heard = StrangeServer.hear(socket)) {
            all.append(heard.replaceAll("\\s+", " "));
            count++;
            StrangeServer.say(socket, count <= accepted ? "+OK\r\n" : "-" + start + all + "\r\n");
        }
    }

    private void assertNothingIsRepeated(StrangeServer.Manners manners, Dialogue<?> dialogue) throws IOException {
        try (StrangeServer server = StrangeServer.start(StrangeServer.impatient(MOMENT, manners))) {
            // When
            String message = gateway.ask(server.address(), LOGIN, dialogue)
                    .failure()
                    .orElseThrow()
                    .message();
            // Then
            assertThat(message).doesNotContain(PASSWORD, ALIAS);
            assertThat(log.list)
                    .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                    .allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getThrowableProxy())
                            .doesNotContain(PASSWORD, ALIAS));
        }
    }
}
