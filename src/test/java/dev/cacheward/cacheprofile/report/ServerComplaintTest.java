package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerComplaintTest {
    private static final String FATAL = """
            1:C 01 Jun 2025 12:00:00.000 * Configuration loaded

            *** FATAL CONFIG FILE ERROR (Redis 8.0.6) ***
            Reading the configuration file, at line 11
            >>> 'io-threads "900"'
            argument must be between 1 and 128 inclusive
            """;

    @Test
    void aConfigurationErrorIsTheLineAndTheCauseBeneathIt() {
        assertThat(ServerLog.refusesConfiguration(FATAL)).isTrue();
        assertThat(ServerLog.complaint(FATAL))
                .isEqualTo("'io-threads \"900\"': argument must be between 1 and 128 inclusive");
    }

    @Test
    void otherLastWordsAreTheLastLine() {
        // Given
        String log = "1:M Loading\n1:M Bad file format reading the append only file\n\n";

        // Then
        assertThat(ServerLog.refusesConfiguration(log)).isFalse();
        assertThat(ServerLog.complaint(log)).isEqualTo("1:M Bad file format reading the append only file");
    }

    @Test
    void aQuotedLineWithoutACauseIsRefused() {
        assertThat(ServerLog.complaint(">>> 'timeout soon'")).isEqualTo("'timeout soon': refused");
    }

    @Test
    void silenceIsSaid() {
        assertThat(ServerLog.complaint("\n \n")).isEqualTo("it said nothing");
    }

    @Test
    void aLongLineIsCut() {
        assertThat(ServerLog.complaint("x".repeat(400))).hasSize(301).endsWith("…");
    }

    @Test
    void aLineOfTheSecretFileIsNotQuoted() {
        assertThat(ServerLog.complaint(">>> 'rename-command CONFIG topsecret'\nNo such command in rename-command"))
                .doesNotContain("topsecret")
                .contains("No such command");
    }
}
