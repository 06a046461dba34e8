package dev.cacheward.runtime;

/** How much the operator logs about its own work. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
}
