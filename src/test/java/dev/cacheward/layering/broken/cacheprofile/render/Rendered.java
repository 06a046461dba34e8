package dev.cacheward.layering.broken.cacheprofile.render;

/** An object. */
public record Rendered() {}
