package dev.cacheward.layering.broken.cli;

/** What a person types. */
public record Greeting(String text) {}
