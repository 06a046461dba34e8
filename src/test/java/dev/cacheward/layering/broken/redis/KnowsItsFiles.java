package dev.cacheward.layering.broken.redis;

import dev.cacheward.layering.broken.redis.conf.KnowsTheRoot;

/** Knows a package below, which knows this one. */
public record KnowsItsFiles(KnowsTheRoot file) {}
