package dev.cacheward.runtime.log;

/** The form of log lines. */
public enum LogFormat {
    /** Plain text for a person. */
    TEXT,
    /** One JSON object a line, for a log store. */
    JSON
}
