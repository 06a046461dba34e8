package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.conf.FlagReader.Word;
import dev.cacheward.cli.imports.env.Interpolation;
import dev.cacheward.cli.imports.env.Interpolation.Resolved;
import dev.cacheward.cli.imports.report.Place;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the arguments of the server in a command, which may be a script for a shell. */
final class CommandLine {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash");
    private static final Set<String> ENDS = Set.of(";", "&&", "||", "|", "&", ";;");
    /** Stands in a word for what is not known. */
    private static final String UNKNOWN = "\ufffc";

    private static final String SERVER = "(.*/)?(redis|valkey)-server";

    private final Interpolation file;
    private final Interpolation shell;
    private final String text;

    /**
     * @param file the variables that Compose knows
     * @param shell those of the container, which a script reads
     * @param text the whole file
     */
    CommandLine(Interpolation file, Interpolation shell, String text) {
        this.file = file;
        this.shell = shell;
        this.text = text;
    }

    /**
     * What was found.
     *
     * @param words the arguments of the server
     * @param script whether a shell runs more than the server
     */
    record Server(List<Word> words, boolean script) {}

    /** Returns the server's arguments; empty if the command runs something else, or cannot be read. */
    Optional<Server> read(List<YamlNode> parts) {
        List<Resolved> words = new ArrayList<>();
        for (YamlNode part : parts) {
            Optional<List<Resolved>> more = words(part);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            words.addAll(more.get());
        }
        Place place = parts.get(0).place();
        return server(words, new WordPlaces(text, place));
    }

    private Optional<List<Resolved>> words(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return Optional.of(sequence.scalars().stream()
                    .map(scalar -> file.resolve(scalar.text(), UNKNOWN))
                    .toList());
        }
        Resolved whole = file.resolve(((YamlNode.Scalar) node).text(), UNKNOWN);
        return ShellWords.of(whole.text(), false)
                .map(words -> words.stream().map(CommandLine::word).toList());
    }

    private static Resolved word(String text) {
        return new Resolved(text, !text.contains(UNKNOWN));
    }

    private Optional<Server> server(List<Resolved> words, WordPlaces places) {
        List<Resolved> rest = words;
        while (!rest.isEmpty()
                && rest.get(0).text().matches("exec|(.*/)?(docker-entrypoint\\.sh|entrypoint\\.sh|tini|run\\.sh)|--")) {
            rest = rest.subList(1, rest.size());
        }
        if (rest.size() > 2 && isShell(rest.get(0).text()) && rest.get(1).text().matches("-[a-z]*c")) {
            return script(rest.get(2), places);
        }
        if (rest.isEmpty() || rest.get(0).text().matches(SERVER)) {
            return Optional.of(new Server(placed(rest.stream().skip(1).toList(), places), false));
        }
        boolean arguments = rest.get(0).text().matches("-.*|.*\\.conf");
        return arguments ? Optional.of(new Server(placed(rest, places), false)) : Optional.empty();
    }

    private static boolean isShell(String word) {
        return SHELLS.contains(word.substring(word.lastIndexOf('/') + 1));
    }

    private Optional<Server> script(Resolved script, WordPlaces places) {
        Optional<List<String>> words = ShellWords.of(script.text().strip(), true);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = words.get();
        int begin = 0;
        while (begin < all.size() && !all.get(begin).matches(SERVER)) {
            begin++;
        }
        if (begin == all.size()) {
            return Optional.empty();
        }
        int end = begin;
        while (end < all.size() && !ENDS.contains(all.get(end))) {
            end++;
        }
        boolean more = begin > 1 || begin == 1 && !all.get(0).equals("exec") || end < all.size();
        return Optional.of(new Server(placed(resolved(all.subList(begin + 1, end)), places), more));
    }

    private List<Resolved> resolved(List<String> words) {
        return words.stream()
                .map(word -> word(shell.resolve(word, UNKNOWN).text()))
                .toList();
    }

    private static List<Word> placed(List<Resolved> words, WordPlaces places) {
        return words.stream()
                .map(word -> new Word(places.next(word.text()), word.text(), word.known()))
                .toList();
    }
}
