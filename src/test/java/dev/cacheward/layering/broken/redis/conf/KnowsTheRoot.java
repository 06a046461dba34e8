package dev.cacheward.layering.broken.redis.conf;

import dev.cacheward.layering.broken.redis.KnowsItsFiles;

/** Knows the package above, as it may. */
public record KnowsTheRoot(KnowsItsFiles root) {}
