package dev.cacheward.layering.broken.events;

import dev.cacheward.layering.broken.runtime.Options;

/** Is given all settings instead of the value that it needs. */
record KnowsTheSettings(Options options) {}
