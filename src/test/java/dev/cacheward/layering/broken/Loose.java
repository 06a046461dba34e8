package dev.cacheward.layering.broken;

/** Lies in the root package. */
record Loose() {}
