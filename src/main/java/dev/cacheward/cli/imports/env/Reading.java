package dev.cacheward.cli.imports.env;

import dev.cacheward.validation.Parsed;
import java.util.Optional;

/**
 * A value as a resource writes it.
 *
 * @param remark what was made of the file's text; empty if it says the same
 */
record Reading(String value, Optional<String> remark) {
    static Parsed<Reading> same(String value) {
        return new Parsed.Valid<>(new Reading(value, Optional.empty()));
    }

    static Parsed<Reading> told(String value, String remark) {
        return new Parsed.Valid<>(new Reading(value, Optional.of(remark)));
    }

    /** @param message of a parser; its last dot is taken off, since a line of the report ends by itself */
    static Parsed<Reading> refused(String message) {
        return new Parsed.Invalid<>(message.replaceFirst("[.]$", ""));
    }
}
