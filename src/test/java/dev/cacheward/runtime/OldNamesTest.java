package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that were renamed: the names of the version before still work. */
class OldNamesTest {
    private static final String OLD = "CACHEWARD_LOOK_SECONDS";
    private static final String NEW = "CACHEWARD_RECONCILE_INTERVAL_SECONDS";

    @Test
    void anOldNameIsReadWhereTheNewOneIsUnset() {
        // When
        SettingsResult.Valid read = valid(Map.of(OLD, "30", NEW, " "));

        // Then
        assertThat(read.settings().reconcileInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(read.warnings())
                .containsExactly(OLD + " is the old name of " + NEW
                        + ", which is the only one that a later version reads. Rename it.");
    }

    @Test
    void whereBothAreSetTheNewOneWinsAndTheWarningSaysSo() {
        // When
        SettingsResult.Valid read = valid(Map.of(OLD, "30", NEW, "40"));

        // Then
        assertThat(read.settings().reconcileInterval()).isEqualTo(Duration.ofSeconds(40));
        assertThat(read.warnings())
                .containsExactly(
                        OLD + " is the old name of " + NEW + ", which is set too: the old one is ignored. Remove it.");
    }

    @Test
    void anOldNameThatIsIgnoredMayHaveAnyValue() {
        assertThat(valid(Map.of(OLD, "often", NEW, "40")).settings().reconcileInterval())
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aWrongValueIsNamedByTheNameThatSomebodyWrote() {
        // When
        SettingsResult read = Settings.parse(Map.of(OLD, "often"));

        // Then
        assertThat(((SettingsResult.Invalid) read).problems())
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .startsWith(OLD + ": \"often\": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anOldNameThatIsEmptyCountsAsUnset(String empty) {
        assertThat(valid(Map.of(OLD, empty))).isEqualTo(new SettingsResult.Valid(Settings.defaults(), List.of()));
    }

    @Test
    void noNameIsUsedTwice() {
        assertThat(Setting.all())
                .flatExtracting(setting -> setting.oldName()
                        .map(old -> List.of(setting.name(), old))
                        .orElse(List.of(setting.name())))
                .doesNotHaveDuplicates()
                .contains(OLD, NEW);
    }

    private static SettingsResult.Valid valid(Map<String, String> environment) {
        return (SettingsResult.Valid) Settings.parse(environment);
    }
}
