package dev.cacheward.cli;

import dev.cacheward.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Completes a word for kubectl, which asks plugins as cobra asks its commands: a line for each word, then a colon and a number. */
@Command(name = "complete", hidden = true)
final class CompleteCommand implements Callable<Integer> {
    /** Cobra's directives: files are completed, or nothing else is. */
    private static final String FILES = ":0";

    private static final String NO_FILES = ":4";

    private final Terminal terminal;
    private final CommandSpec root;

    @Parameters(arity = "1..*", description = "The words of the command line, the last one unfinished.")
    private List<String> words;

    CompleteCommand(Terminal terminal, CommandSpec root) {
        this.terminal = terminal;
        this.root = root;
    }

    @Override
    public Integer call() {
        String last = words.get(words.size() - 1);
        List<CharSequence> endings = new ArrayList<>();
        AutoComplete.complete(root, words.toArray(String[]::new), words.size() - 1, last.length(), 0, endings);
        List<String> completed = endings.stream()
                .map(ending -> last + ending)
                .filter(this::isShown)
                .sorted()
                .distinct()
                .toList();
        completed.forEach(terminal.out()::println);
        terminal.out().println(completed.isEmpty() ? FILES : NO_FILES);
        return ExitCode.OK;
    }

    private boolean isShown(String word) {
        return !root.subcommands().containsKey(word)
                || !root.subcommands().get(word).getCommandSpec().usageMessage().hidden();
    }
}
