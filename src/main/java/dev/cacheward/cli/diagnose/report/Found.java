package dev.cacheward.cli.diagnose.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that is not as it should be.
 *
 * @param reason as in a condition, or one of this command's own
 * @param advice what to do; empty where the message says it
 */
public record Found(Severity severity, String reason, String message, String advice, Source source) {
    /** How grave it is. */
    public enum Severity {
        /** Applications cannot use what the profile promises. */
        @JsonProperty("error")
        ERROR,
        /** It works, and not as it should; or it is on the way. */
        @JsonProperty("warning")
        WARNING,
        /** It is good to know. */
        @JsonProperty("note")
        NOTE
    }

    /** Where it was found. */
    public enum Source {
        /** By this command, now. */
        @JsonProperty("now")
        NOW,
        /** By the operator, which wrote it into the status. */
        @JsonProperty("status")
        STATUS
    }
}
