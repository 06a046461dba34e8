package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildInfoTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.1.0 | 90fd6a0 | 0.1.0 (commit 90fd6a0)
            0.1.0 | ''      | 0.1.0
            ''    | ''      | (not built by Maven)
            """)
    void itTellsWhatTheBuildKnew(String version, String commit, String told) {
        // Given
        Properties properties = new Properties();
        properties.putAll(Map.of("version", version, "commit", commit));

        // Then
        assertThat(BuildInfo.of(properties)).hasToString(told);
    }
}
