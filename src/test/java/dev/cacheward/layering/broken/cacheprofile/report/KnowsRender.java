package dev.cacheward.layering.broken.cacheprofile.report;

import dev.cacheward.layering.broken.cacheprofile.render.Rendered;

/** Knows a package beside its own. */
record KnowsRender(Rendered object) {}
