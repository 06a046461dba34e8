package dev.cacheward.cli.imports.conf;

import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the lines of a {@code redis.conf}, and the files that it includes. */
public final class ConfReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([-_.][a-z0-9]+)*");

    private final Function<String, Optional<String>> files;
    private final Ledger ledger;
    private final Set<String> open = new HashSet<>();

    /** @param files the texts of files in the folder of the first one, by name; empty for those that are not there */
    public ConfReader(Function<String, Optional<String>> files, Ledger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    /** @param place where the text begins: it may be a part of another file */
    public void read(String text, Place place, ServerDraft server) {
        open.add(place.file().substring(place.file().lastIndexOf('/') + 1));
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int column = lines[i].indexOf(line.charAt(0));
                line(line, new Place(place.file(), place.line() + i, place.column() + column), server);
            }
        }
    }

    private void line(String line, Place place, ServerDraft server) {
        Optional<List<String>> arguments = Arguments.of(line).filter(list -> !list.isEmpty());
        if (arguments.isEmpty()) {
            ledger.left(
                    new Item(place, "this line"),
                    "its quotes are not balanced, and no server starts with it",
                    "Close the quote, and put a blank or the line's end after it");
            return;
        }
        List<String> list = arguments.get();
        String name = list.get(0).toLowerCase(Locale.ROOT);
        if (list.size() == 1 || !NAME.matcher(name).matches()) {
            // It may be a password, and so it is not shown.
            ledger.left(
                    new Item(place, "this line"),
                    "no server starts with it: allowed are the name of a parameter, a blank and its value",
                    "Write it so");
            return;
        }
        Item item = new Item(place, name);
        if (name.equals("include")) {
            list.subList(1, list.size()).forEach(file -> include(item, file, server));
        } else {
            server.add(new Directive(item, name, list.subList(1, list.size())));
        }
    }

    private void include(Item item, String path, ServerDraft server) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<String> text = files.apply(name);
        if (text.isEmpty()) {
            ledger.left(item, "there is no file " + name + " in the same folder", "Name that file on the command line");
        } else if (!open.add(name)) {
            ledger.left(item, "the file " + name + " is read already", "");
        } else {
            read(text.get(), new Place(name, 1, 1), server);
            ledger.ours(item, "the file " + name + " was read here");
        }
    }
}
