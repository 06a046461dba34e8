package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is set and is no setting, and what no setting can be. */
class IgnoredSettingsTest {
    @Test
    void variablesThatKubernetesInjectsAreIgnored() {
        // Given
        Map<String, String> environment =
                Map.of("CACHEWARD_SERVICE_HOST", "10.0.0.1", "CACHEWARD_PORT", "tcp://10.0.0.1:8080", "PATH", "/bin");

        // Then
        assertThat(Settings.parse(environment)).isEqualTo(new SettingsResult.Valid(Settings.defaults(), List.of()));
    }

    @Test
    void rootIsNoUserOfRedis() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunAs.Uid(0));
    }
}
