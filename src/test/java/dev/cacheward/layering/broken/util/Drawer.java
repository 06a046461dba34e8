package dev.cacheward.layering.broken.util;

import dev.cacheward.layering.broken.operator.Process;
import io.lettuce.core.RedisURI;

/** Stands in a drawer, has no floor, knows the process and lettuce, and has state for everybody. */
final class Drawer {
    private static String latest = Process.name();

    private Drawer() {}

    static RedisURI remember(String uri) {
        latest = uri + latest;
        return RedisURI.create(latest);
    }
}
