package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.ReadmeTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsHelpTest {
    @Test
    void theHelpHasARowForEachSetting() {
        // When
        List<String> lines = Settings.help().lines().toList();

        // Then
        assertThat(Setting.all())
                .allSatisfy(setting -> assertThat(lines)
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("  " + setting.name() + " ")
                                .contains("  " + (setting.defaultText().isEmpty() ? "(unset)" : setting.defaultText())
                                        + " ")
                                .endsWith("  " + setting.about())));
    }

    @Test
    void theHelpSaysWhatHappensToOtherVariables() {
        assertThat(Settings.help())
                .contains(
                        "An empty variable counts as unset",
                        "are ignored",
                        "CACHEWARD_SERVICE_HOST",
                        "all errors listed");
    }

    @Test
    void theHelpNamesEveryCommand() {
        assertThat(Settings.help())
                .contains("cacheward.jar ", "cacheward.jar release [DEPLOYMENT] ", "cacheward.jar --help ");
    }

    @Test
    void everyPartOfTheSettingsHasASetting() {
        assertThat(Setting.all()).hasSameSizeAs(Settings.class.getRecordComponents());
        assertThat(Setting.all())
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("CACHEWARD_"));
    }

    @Test
    void theReadmeHasTheSameTable() {
        // Given
        List<List<String>> rows = Setting.all().stream()
                .map(setting -> List.of(
                        "`" + setting.name() + "`",
                        setting.defaultText().isEmpty() ? "unset" : "`" + setting.defaultText() + "`",
                        setting.about()))
                .toList();

        // Then
        assertThat(ReadmeTable.rows("settings")).isEqualTo(rows);
    }
}
