package dev.cacheward.redis.conf.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.UserLine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server prints rules in words of its own, so they are compared with those that it prints for the rules of the file. */
class ChangedUsersTest {
    private static final String FILE = "user default reset on #aa ~* &* +@all -@admin +info";
    private static final String FORM = "user default off sanitize-payload ~* &* +@all -flushall +info";

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "on sanitize-payload #aa ~* &* +@all -flushall +info,",
                "on #aa ~* &* +@all -flushall +info,",
                "off #aa ~* &* +@all -flushall +info, was switched off",
                "on nopass ~* &* +@all -flushall +info, needed no password",
                "on #aa #bb ~* &* +@all -flushall +info, had a further password",
                "on ~* &* +@all -flushall +info, lacked a password",
                "on #bb ~* &* +@all -flushall +info, had another password",
                "on #aa ~* &* +@all +info, had other commands",
                "on #aa ~x &* +@all -flushall +info, had other keys",
                "on #aa %R~x &* +@all -flushall +info, had other keys",
                "on #aa ~* %R~x &* +@all -flushall +info, had other keys",
                "on #aa ~* &* &x +@all -flushall +info, had other channels",
                "on #aa ~* resetchannels +@all -flushall +info, had other channels",
                "on #aa ~* &* +@all -flushall +info (~x -@all +get), had other selectors",
                "on skip-sanitize-payload #aa ~* &* +@all -flushall +info, had its payloads checked otherwise",
                "on #aa #bb ~x &* +@all +info, 'had a further password, had other keys, had other commands'"
            })
    void aUserDiffersByWhatItMayDoAndByItsPasswords(String found, String words) {
        assertThat(changes(FILE, FORM, "user default " + found))
                .isEqualTo(Stream.ofNullable(words)
                        .map(text -> new UserChange("default", text, false))
                        .toList());
    }

    @Test
    void aUserWithTwoPasswordsInItsFileHasThemBoth() {
        // Given
        String file = "user default reset on #old #new +ping";
        String form = "user default off +ping";

        // Then
        assertThat(changes(file, form, "user default on #new #old +ping")).isEmpty();
        assertThat(changes(file, form, "user default on #new +ping"))
                .extracting(UserChange::words)
                .containsExactly("lacked a password");
    }

    @Test
    void oneThatIsMissingAndOneThatIsForeignAreNamed() {
        assertThat(changes(FILE, FORM, "user mallory on nopass ~* &* +@all"))
                .containsExactly(
                        new UserChange("default", "was missing", false),
                        new UserChange("mallory", "was there, though no file has it", true));
    }

    @Test
    void rulesAreNotComparedWhereTheServersWordsAreUnknown() {
        // Given
        List<UserLine> file = List.of(UserLine.parse(FILE));

        // Then
        assertThat(ChangedUsers.of(file, List.of(), List.of(UserLine.parse("user default on #aa ~x +get"))))
                .isEmpty();
        assertThat(ChangedUsers.of(file, List.of(), List.of(UserLine.parse("user default on #bb ~x +get"))))
                .hasSize(1);
    }

    private static List<UserChange> changes(String file, String form, String found) {
        return ChangedUsers.of(
                List.of(UserLine.parse(file)), List.of(UserLine.parse(form)), List.of(UserLine.parse(found)));
    }
}
