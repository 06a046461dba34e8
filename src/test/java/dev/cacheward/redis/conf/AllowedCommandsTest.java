package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedCommandsTest {
    private static final String FIELD = "spec.redis.managed.auth.allowedCommands";

    @Test
    void commandsAndSubCommandsAreTakenInAnyLetterCase() {
        // Given
        List<String> commands = List.of("SORT", "client|LIST", "Monitor", "SLOWLOG|GET", "CLUSTER|SLOTS", "swapdb");
        // When
        List<Problem> problems = AllowedCommands.check(FIELD, commands, Set.of(DisabledCommand.KEYS));
        // Then
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACL",
                "ACL|SETUSER",
                "acl|getuser",
                "CONFIG",
                "CONFIG|GET",
                "SHUTDOWN",
                "DEBUG",
                "MODULE",
                "MODULE|LOAD",
                "REPLICAOF",
                "SLAVEOF",
                "FAILOVER",
                "PSYNC",
                "SYNC",
                "REPLCONF",
                "CLUSTER",
                "CLUSTER|RESET"
            })
    void whatWouldHandOverTheServerIsNeverGiven(String command) {
        // Given, When
        List<Problem> problems = AllowedCommands.check(FIELD, List.of(command), Set.of());
        // Then
        assertThat(problems)
                .containsExactly(new Problem(
                        FIELD + "[0]",
                        Quote.of(command) + " is never given to an application: who has it has the whole server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SORTT", "CLIENT|SETINFO", "CLIENT LIST", "", "+@all", "sort +@admin", "JSON.SET", "a\nb"})
    void aNameThatNotEveryServerKnowsIsRefused(String command) {
        // Given, When
        List<Problem> problems = AllowedCommands.check(FIELD, List.of("SORT", command), Set.of());
        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(FIELD + "[1]");
            assertThat(problem.message())
                    .contains("is no command that every supported server knows")
                    .doesNotContain("\n");
        });
    }

    @Test
    void oneThatIsGivenTwiceIsRefused() {
        // Given, When
        List<Problem> problems = AllowedCommands.check(FIELD, List.of("SORT", "sort"), Set.of());
        // Then
        assertThat(problems).containsExactly(new Problem(FIELD + "[1]", "\"sort\" is given twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLUSHDB", "MEMORY|DOCTOR", "config|get"})
    void oneThatIsDisabledForEverybodyIsRefusedAlsoBySubCommand(String command) {
        // Given
        Set<DisabledCommand> disabled = Set.of(DisabledCommand.FLUSHDB, DisabledCommand.MEMORY, DisabledCommand.CONFIG);
        // When
        List<Problem> problems = AllowedCommands.check(FIELD, List.of(command), disabled);
        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("disabled for everybody", "off disabledCommands"));
    }
}
