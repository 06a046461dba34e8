package dev.cacheward.cli.diff.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What becomes of one object.
 *
 * @param object kind and name, such as {@code ConfigMap/shop-cache}
 * @param fields empty for an object that is made or deleted
 */
public record ObjectChange(Action action, String object, List<FieldChange> fields) {
    /** Keeps a copy. */
    public ObjectChange {
        fields = List.copyOf(fields);
    }

    /** What is done with it. */
    public enum Action {
        /** There is none yet. */
        @JsonProperty("create")
        CREATE,
        /** It gets other values. */
        @JsonProperty("change")
        CHANGE,
        /** It is no longer wanted. */
        @JsonProperty("delete")
        DELETE
    }
}
