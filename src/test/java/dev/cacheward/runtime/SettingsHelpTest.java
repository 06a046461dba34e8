package dev.cacheward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.docs.DocPage;
import dev.cacheward.docs.PageTable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsHelpTest {
    private static final int WIDE = 1000;

    @Test
    void theHelpHasAnEntryForEachSetting() {
        // When
        List<String> lines = Settings.help(WIDE).lines().toList();

        // Then
        assertThat(Setting.all())
                .allSatisfy(setting -> assertThat(lines)
                        .containsSequence(
                                setting.defaultText().isEmpty()
                                        ? setting.name()
                                        : setting.name() + " (default: " + setting.defaultText() + ")",
                                "    " + setting.about()));
    }

    @Test
    void noLineIsLongerThanTheTerminal() {
        assertThat(Settings.help(80).lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theLinesAreBrokenAtBlanksAlone() {
        assertThat(words(Settings.help(80))).isEqualTo(words(Settings.help(WIDE)));
    }

    @Test
    void theHelpSaysWhatHappensToOtherVariables() {
        assertThat(Settings.help(WIDE))
                .contains(
                        "An empty variable counts as unset",
                        "are ignored",
                        "CACHEWARD_SERVICE_HOST",
                        "all errors listed");
    }

    @Test
    void everyPartOfTheSettingsHasASetting() {
        assertThat(Setting.all()).hasSize(parts(Settings.class));
        assertThat(Setting.all())
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("CACHEWARD_"));
    }

    @Test
    void thePageHasTheSameTable() {
        // Given
        DocPage page = DocPage.named("settings.md");
        List<List<String>> rows = Setting.all().stream()
                .map(setting -> List.of(
                        "`" + setting.name() + "`",
                        setting.defaultText().isEmpty() ? "unset" : "`" + setting.defaultText() + "`",
                        setting.about()))
                .toList();

        // When
        page.update(text -> filled(text, rows));

        // Then
        assertThat(PageTable.rows(page, "settings"))
                .as("stale; run: mvn -q test -Dtest=SettingsHelpTest -Dgolden.update=true")
                .isEqualTo(rows);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static String filled(String text, List<List<String>> rows) {
        String table = rows.stream().map(PageTable::row).collect(Collectors.joining());
        return text.replaceAll(
                "(?s)(<!-- settings -->\n.*?\n.*?\n).*?(<!-- /settings -->)",
                "$1" + Matcher.quoteReplacement(table) + "$2");
    }

    /** Counts the components of a record and of the records in it. */
    /** Counts what is read by one setting as one part. */
    private static int parts(Class<?> type) {
        boolean isRead = Setting.all().stream()
                .anyMatch(setting -> setting.defaultValue().getClass() == type);
        return type.isRecord() && !isRead
                ? Stream.of(type.getRecordComponents())
                        .mapToInt(component -> parts(component.getType()))
                        .sum()
                : 1;
    }
}
