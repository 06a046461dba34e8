package dev.cacheward.layering.broken.api;

import dev.cacheward.layering.broken.delivery.ReadsTheClock;

/** An API type that leans on ours. */
record KnowsDelivery(ReadsTheClock delivery) {}
