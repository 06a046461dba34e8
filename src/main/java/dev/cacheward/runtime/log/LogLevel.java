package dev.cacheward.runtime.log;

/** How much the operator logs about its own work. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
}
