package dev.cacheward.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Corpus;
import dev.cacheward.cli.terminal.TestTerminal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** Whatever the API server or the operator refuses, {@code check} refuses, and nothing else; it never breaks on it. */
class CorpusCheckTest {
    private static final Pattern ERROR = Pattern.compile("(?m)^-:(\\d+):\\d+: error: ");

    @Test
    @Timeout(120)
    void exactlyTheInvalidFilesAreRefused() {
        // Given
        List<Corpus.Case> files =
                Corpus.all().stream().filter(each -> each.previous().isEmpty()).toList();
        String oneALine = files.stream().map(each -> each.resource().toString()).collect(Collectors.joining("\n---\n"));

        // When
        TestTerminal terminal = TestTerminal.reading(oneALine);
        new CommandLine(new CheckCommand(terminal.terminal())).execute("-");

        // Then
        List<String> refused = ERROR.matcher(terminal.out())
                .results()
                .map(found -> files.get(Integer.parseInt(found.group(1)) / 2).file())
                .distinct()
                .toList();
        assertThat(refused)
                .containsExactlyElementsOf(files.stream()
                        .filter(each -> !each.valid())
                        .map(Corpus.Case::file)
                        .toList());
    }
}
