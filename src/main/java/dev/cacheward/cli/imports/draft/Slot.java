package dev.cacheward.cli.imports.draft;

import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import java.util.Optional;

/** A place for one value. The last one that is put there counts, and the report says so of the others. */
public final class Slot<T> {
    private final Ledger ledger;
    private Optional<Found<T>> found = Optional.empty();

    Slot(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Puts a value in the place of an earlier one. */
    public void put(Item item, T value) {
        found.ifPresent(earlier -> replaced(earlier, item, value));
        found = Optional.of(new Found<>(item, value));
    }

    private void replaced(Found<T> earlier, Item item, T value) {
        if (earlier.value().equals(value)) {
            ledger.ours(earlier.item(), item + " says the same");
        } else {
            ledger.left(earlier.item(), item + " comes later and says otherwise", "");
        }
    }

    /** Returns what counts. */
    public Optional<Found<T>> found() {
        return found;
    }

    /** Returns the value that counts. */
    public Optional<T> value() {
        return found.map(Found::value);
    }
}
