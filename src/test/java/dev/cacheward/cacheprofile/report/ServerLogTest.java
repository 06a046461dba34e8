package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLogTest {
    @Test
    void aRefusedLineIsToldWithItsCause() {
        // Given
        String log = """
                *** FATAL CONFIG FILE ERROR (Redis 7.0.15) ***
                Reading the configuration file, at line 14
                >>> 'notify-keyspace-events "zzz"'
                Invalid event class character. Use 'Ag$lszhxeKEtmdn'.
                """;

        // When
        String complaint = ServerLog.complaint(log);

        // Then
        assertThat(complaint)
                .isEqualTo("'notify-keyspace-events \"zzz\"': Invalid event class character. Use 'Ag$lszhxeKEtmdn'");
        assertThat(ServerLog.refusesConfiguration(log)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(Redis 6.2.14)|maxmemory-clients 10%|Redis 6.2.14 is not supported: choose an image of Redis 7.0 to 8, or",
                "(Redis 9.0.1)|timeout soon|Redis 9.0.1 is not supported",
                "(Version 7.2.5)|maxmemory-clients 10%|Valkey 7.2.5 is not supported",
                "(Redict 7.3.0)|timeout soon|Redict 7.3.0 is not supported",
                "|aclfile /etc/cacheward/secret/users.acl|The server does not take 'aclfile /etc/cacheward/secret/users.acl', a"
                        + " line that the operator writes itself: is it Redis 7.0 to 8, or Valkey 8 or 9?",
            })
    void aServerThatIsNotSupportedIsToldAsThatAndNotAsTheAuthorsMistake(String greeting, String line, String words) {
        assertThat(ServerLog.notTheAuthors(refusal(greeting == null ? "" : greeting, line)))
                .hasValueSatisfying(told -> assertThat(told).startsWith(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(Redis 7.0.15)", "(Redis 8.2.1)", "(Version 8.1.1)", "(Version 9.0.0)"})
    void aLineOfTheAuthorsThatASupportedServerRefusesIsTheirs(String greeting) {
        assertThat(ServerLog.notTheAuthors(refusal(greeting, "timeout soon"))).isEmpty();
    }

    private static String refusal(String greeting, String line) {
        return "\n*** FATAL CONFIG FILE ERROR " + greeting + " ***\nReading the configuration file, at line 12\n>>> '"
                + line + "'\nBad directive or wrong number of arguments\n";
    }

    @Test
    void dataThatCannotBeReadIsToldWithoutTheTimeOfTheTry() {
        // Given
        String log = """
                1:M 23 Nov 2026 09:45:00.120 * Ready to load
                1:M 23 Nov 2026 09:45:00.123 # Can't handle RDB format version 12
                1:M 23 Nov 2026 09:45:00.123 # Fatal error loading the DB, check server logs. Exiting.
                """;

        // When
        String complaint = ServerLog.complaint(log);

        // Then
        assertThat(complaint)
                .isEqualTo(
                        "Can't handle RDB format version 12; Fatal error loading the DB, check server logs. Exiting");
    }

    @Test
    void whatIsNoServersLogIsToldByItsLastLine() {
        assertThat(ServerLog.complaint("one\nsh: redis-server: not found\n")).isEqualTo("sh: redis-server: not found");
        assertThat(ServerLog.complaint(" \n")).isEqualTo("it said nothing");
    }
}
