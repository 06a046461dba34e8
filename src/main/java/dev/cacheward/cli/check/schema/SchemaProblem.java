package dev.cacheward.cli.check.schema;

import java.util.Optional;

/**
 * What the API server would refuse.
 *
 * @param field as the API server names it: {@code spec.delivery[0].format}; a value of a map is {@code spec.ttls[users]} to a rule,
 *     and {@code spec.ttls.users} to the schema
 * @param hint what may have been meant
 */
public record SchemaProblem(Source source, String field, String message, Optional<String> hint) {
    /** Which part of the API server says it. */
    public enum Source {
        /** Strict decoding: the field does not exist. */
        UNKNOWN_FIELD,
        /** The schema. Rules on what is around the field are not checked then. */
        SCHEMA,
        /** A rule in CEL. */
        RULE
    }

    static SchemaProblem of(Source source, String field, String message) {
        return new SchemaProblem(source, field, message, Optional.empty());
    }
}
