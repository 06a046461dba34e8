package dev.cacheward.cli.imports.value;

import dev.cacheward.cli.imports.report.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** A value as a file writes it. */
public sealed interface Value {
    /** A text. */
    record Text(String text) implements Value {}

    /** A number, whole or not. */
    record Number(BigDecimal number) implements Value {
        @Override
        public String toString() {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /** A time with its unit, such as {@code timedelta(minutes=5)}. */
    record Span(Duration duration) implements Value {}

    /** True or false. */
    record Flag(boolean on) implements Value {}

    /** No value, such as {@code None}. */
    record Nothing() implements Value {}

    /** A list or a tuple. */
    record Items(List<Value> values) implements Value {
        /** Keeps a copy. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A dictionary, in the order of the file. */
    record Table(List<Pair> pairs) implements Value {
        /** Keeps a copy. */
        public Table {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * An entry of a dictionary.
     *
     * @param place of the key
     */
    record Pair(Place place, String key, Value value) {}

    /** @param why it is not known, to end a sentence such as "its value is not known: ..." */
    record Unknown(String why) implements Value {}
}
