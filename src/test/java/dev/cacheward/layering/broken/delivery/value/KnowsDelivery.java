package dev.cacheward.layering.broken.delivery.value;

import dev.cacheward.layering.broken.delivery.ReadsTheClock;

/** A value that knows where it goes. */
record KnowsDelivery(ReadsTheClock delivery) {}
