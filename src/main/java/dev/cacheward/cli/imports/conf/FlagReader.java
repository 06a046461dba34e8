package dev.cacheward.cli.imports.conf;

import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the arguments of {@code redis-server} behind the program's name: a configuration file, and parameters as {@code --name
 * value...}.
 */
public final class FlagReader {
    private static final String FLAG = "--";

    private FlagReader() {}

    /**
     * An argument after quotes were taken off.
     *
     * @param known false if a part of it could not be known
     */
    public record Word(Place place, String text, boolean known) {}

    /** @return the configuration file that is named first, if one is */
    public static Optional<Word> read(List<Word> words, ServerDraft server, Ledger ledger) {
        int at = 0;
        Optional<Word> file = Optional.empty();
        if (!words.isEmpty() && !words.get(0).text().startsWith("-")) {
            file = Optional.of(words.get(0));
            at = 1;
        }
        while (at < words.size()) {
            int end = at + 1;
            while (end < words.size() && !words.get(end).text().startsWith(FLAG)) {
                end++;
            }
            flag(words.subList(at, end), server, ledger);
            at = end;
        }
        return file;
    }

    private static void flag(List<Word> words, ServerDraft server, Ledger ledger) {
        Word first = words.get(0);
        boolean named = first.text().matches("(?s)--[A-Za-z][-A-Za-z0-9_.]*([= ].*)?");
        Item item = new Item(first.place(), named ? first.text().split("[= ]", 2)[0] : "an argument");
        if (!named) {
            ledger.left(item, "it is no parameter of the form --name value", "");
            return;
        }
        if (words.stream().anyMatch(word -> !word.known())) {
            unknown(item, server, ledger);
            return;
        }
        List<String> arguments = new ArrayList<>();
        String[] joined = first.text().substring(FLAG.length()).split("[= ]", 2);
        if (joined.length > 1) {
            arguments.add(joined[1]);
        }
        words.subList(1, words.size()).forEach(word -> arguments.add(word.text()));
        server.add(new Directive(item, joined[0].toLowerCase(Locale.ROOT), arguments));
    }

    /** A password need not be known. */
    private static void unknown(Item item, ServerDraft server, Ledger ledger) {
        String name = item.name().substring(FLAG.length()).toLowerCase(Locale.ROOT);
        if (name.equals("requirepass")) {
            server.add(new Directive(item, name, List.of("?")));
        } else {
            ledger.left(
                    item,
                    "its value is a variable that has no default and that no .env file beside it sets",
                    "Set the variable in .env, and import again");
        }
    }
}
