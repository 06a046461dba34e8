package dev.cacheward.cli.imports.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what becomes of each setting. No text that is given to it holds a password. */
public final class Ledger {
    private static final Comparator<Entry> ORDER = Comparator.<Entry, String>comparing(
                    entry -> entry.item().place().file())
            .thenComparing(entry -> entry.item().place().line())
            .thenComparing(entry -> entry.item().place().column());

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param field that says the same now */
    public void taken(Item item, String field) {
        entries.add(new Entry(item, Outcome.TAKEN, field, "", 1));
    }

    /** @param text what was written instead, and why */
    public void changed(Item item, String text, String advice) {
        entries.add(new Entry(item, Outcome.CHANGED, text, advice, 1));
    }

    /** @param text why it needs no field */
    public void ours(Item item, String text) {
        entries.add(new Entry(item, Outcome.OURS, text, "", 1));
    }

    /** @param text why no field takes it */
    public void left(Item item, String text, String advice) {
        entries.add(new Entry(item, Outcome.LEFT, text, advice, 1));
    }

    /** Adds a line about a whole block of a file. */
    public void block(Entry entry) {
        entries.add(entry);
    }

    /** Adds what holds for the result as a whole. */
    public void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** Returns all lines in the order of the files' names and their lines. */
    public List<Entry> entries() {
        return entries.stream().sorted(ORDER).toList();
    }

    /** Returns the lines with one outcome. */
    public List<Entry> with(Outcome outcome) {
        return entries().stream().filter(entry -> entry.outcome() == outcome).toList();
    }

    /** Returns what holds for the result as a whole, in the order in which it was found. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
