package dev.cacheward.layering.broken.health;

/** Of the process. */
public record HowItIs() {}
