package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
