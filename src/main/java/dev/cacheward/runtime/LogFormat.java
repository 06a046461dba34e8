package dev.cacheward.runtime;

/** How log lines are written. */
public enum LogFormat {
    /** One line for a person. */
    TEXT,
    /** One JSON object a line, for a log store. */
    JSON
}
