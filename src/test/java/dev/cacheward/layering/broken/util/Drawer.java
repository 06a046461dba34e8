package dev.cacheward.layering.broken.util;

import dev.cacheward.layering.broken.Operator;
import io.lettuce.core.RedisURI;

/** Stands in a drawer, knows main and lettuce, and has state for everybody. */
final class Drawer {
    private static String latest = Operator.name();

    private Drawer() {}

    static RedisURI remember(String uri) {
        latest = uri + latest;
        return RedisURI.create(latest);
    }
}
