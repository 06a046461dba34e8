package dev.cacheward.layering.broken.runtime;

/** The settings. */
public record Options() {}
