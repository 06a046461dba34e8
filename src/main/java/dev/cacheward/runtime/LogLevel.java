package dev.cacheward.runtime;

/** How much the operator says about its own work. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
}
