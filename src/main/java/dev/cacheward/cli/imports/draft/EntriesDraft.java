package dev.cacheward.cli.imports.draft;

import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.delivery.value.EntryNames;
import dev.cacheward.validation.Quote;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The TTLs or the limits of the files, by name. */
public final class EntriesDraft {
    private final String field;
    private final String variables;
    private final Ledger ledger;
    private final Map<String, Slot<Entry>> entries = new LinkedHashMap<>();
    private final Map<String, String> variableNames = new TreeMap<>();

    /**
     * @param field the path of the map
     * @param variables what the names of the delivered variables begin with
     */
    EntriesDraft(String field, String variables, Ledger ledger) {
        this.field = field;
        this.variables = variables;
        this.ledger = ledger;
    }

    /** @param remark what is to be told; it does not make two entries different */
    private record Entry(String value, Optional<String> remark) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.value.equals(value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /**
     * Adds an entry; of several with one name the last one counts.
     *
     * @param name as the file writes it
     * @param value as the resource writes it
     * @param remark what is to be told about the value; empty if it is what the file says
     */
    public void add(Item item, String name, String value, Optional<String> remark) {
        String known = EntryName.of(name);
        if (known.isEmpty()) {
            ledger.left(item, "no name can be made of " + Quote.of(name), "Write the entry into " + field + " by hand");
        } else if (entries.size() >= EntryNames.MOST && !entries.containsKey(known)) {
            ledger.left(item, "a resource has " + EntryNames.MOST + " entries at most", "Use a second resource");
        } else {
            Optional<String> renamed = name.toLowerCase(Locale.ROOT).equals(known)
                    ? Optional.empty()
                    : Optional.of(
                            "the name " + Quote.of(name) + " became " + known + ", since a name has " + EntryName.RULE);
            entries.computeIfAbsent(known, first -> new Slot<>(ledger))
                    .put(item, new Entry(value, both(renamed, remark)));
        }
    }

    private static Optional<String> both(Optional<String> first, Optional<String> second) {
        return first.map(text -> second.map(more -> text + "; " + more).orElse(text))
                .or(() -> second);
    }

    /** Adds an entry that the application reads from a variable, whose name stays what it is. */
    public void variable(Item item, String name, String value, Optional<String> remark) {
        add(item, name, value, remark);
        String known = EntryName.of(name);
        if (item.name().matches("[A-Za-z_][A-Za-z0-9_]*")
                && !item.name().equals(variables + known.toUpperCase(Locale.ROOT))) {
            variableNames.put(known, item.name());
        }
    }

    /** Tells what became of each entry. */
    public void settle() {
        entries.forEach((name, slot) -> slot.found()
                .ifPresent(found -> found.value()
                        .remark()
                        .ifPresentOrElse(
                                remark -> ledger.changed(found.item(), field + "." + name + ": " + remark, ""),
                                () -> ledger.taken(found.item(), field + "." + name))));
    }

    /** Returns the values by name, in the order of the files. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        entries.forEach((name, slot) -> slot.value().ifPresent(entry -> values.put(name, entry.value())));
        return values;
    }

    /** Returns the variables whose names are not made of the entries' names. */
    public Map<String, String> variableNames() {
        return new TreeMap<>(variableNames);
    }
}
