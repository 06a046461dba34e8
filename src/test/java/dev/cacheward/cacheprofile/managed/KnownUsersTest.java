package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.redis.UserLine;
import dev.cacheward.redis.client.live.UserList;
import dev.cacheward.redis.client.live.UserQuestion;
import dev.cacheward.redis.conf.live.UserChange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is remembered of users, so that a look at a server that is right tells it nothing. */
class KnownUsersTest {
    private static final String FILE = "user default reset on #aa ~* +@all -@admin\n";
    private static final String RIGHT = "user default on #aa ~* +@all -flushall";
    private static final String FORM = "user default off ~* +@all -flushall";
    private static final String WRONG = "user default on #aa ~* +@all";

    private final KnownUsers users = new KnownUsers();

    @Test
    void usersThatWereRightAreRememberedForTheRunOfTheServer() {
        // Given
        assertThat(users.question("uid", FILE, true).right()).isEmpty();

        // When
        List<UserChange> changes = users.changes("uid", FILE, seen("run-1", List.of(RIGHT), List.of(FORM)));

        // Then
        UserQuestion question = users.question("uid", FILE, true);
        assertThat(changes).isEmpty();
        assertThat(question.runId()).isEqualTo("run-1");
        assertThat(question.right()).isEqualTo(lines(RIGHT));
    }

    @Test
    void usersThatWereWrongAreNotRemembered() {
        // When
        List<UserChange> changes = users.changes("uid", FILE, seen("run-1", List.of(WRONG), List.of(FORM)));

        // Then
        assertThat(changes).hasSize(1);
        assertThat(users.question("uid", FILE, true).right()).isEmpty();
    }

    @Test
    void anotherFileIsAskedAboutAnew() {
        // Given
        users.changes("uid", FILE, seen("run-1", List.of(RIGHT), List.of(FORM)));

        // Then
        assertThat(users.question("uid", FILE + "user probe reset on #bb +ping\n", true)
                        .right())
                .isEmpty();
        assertThat(users.question("another", FILE, true).right()).isEmpty();
    }

    @Test
    void theServersWordsAreTakenFromBeforeWhereItMustNotBeTold() {
        // Given
        users.changes("uid", FILE, seen("run-1", List.of(RIGHT), List.of(FORM)));

        // Then
        assertThat(users.changes("uid", FILE, seen("run-1", List.of(WRONG), List.of())))
                .extracting(UserChange::words)
                .containsExactly("had other commands");
        assertThat(users.changes("uid", FILE, seen("run-2", List.of(WRONG), List.of())))
                .isEmpty();
    }

    @Test
    void aServerThatMayNotBeAskedHasChangedTheOperatorsOwnUser() {
        // When
        List<UserChange> changes = users.changes(
                "uid",
                FILE,
                new KnownUsers.Seen("run-1", new UserList(true, List.of(), List.of()), ObservedBuilder.NOW));

        // Then
        assertThat(changes).extracting(UserChange::name).containsExactly("cacheward");
    }

    @Test
    void withoutAFileNothingIsAsked() {
        assertThat(users.question("uid", "", true)).isEqualTo(UserQuestion.none());
    }

    private static KnownUsers.Seen seen(String runId, List<String> found, List<String> forms) {
        return new KnownUsers.Seen(
                runId,
                new UserList(
                        false,
                        found.stream().map(UserLine::parse).toList(),
                        forms.stream().map(UserLine::parse).toList()),
                ObservedBuilder.NOW);
    }

    private static List<UserLine> lines(String... lines) {
        return Stream.of(lines).map(UserLine::parse).toList();
    }
}
