package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.util.Optional;

/** Says which server can copy the data of which: each reads the formats of its time and earlier ones. */
final class ReplicationRules {
    private ReplicationRules() {}

    /** Returns why a server of one version cannot take over from one of another; empty if it can, or if nobody knows. */
    static Optional<String> obstacle(ServerVersion from, ServerVersion to) {
        return format(from) > format(to)
                ? Optional.of(to + " cannot read the data of " + from + ", so nothing can be handed over")
                : Optional.empty();
    }

    /** Returns the version of the format in which a server sends its data. Valkey 9 sends an earlier one than it writes to a disk. */
    private static int format(ServerVersion version) {
        if (version.product() != Product.REDIS) {
            return 11;
        }
        if (version.major() > 7 || version.major() == 7 && version.minor() >= 4) {
            return 12;
        }
        return version.major() == 7 && version.minor() >= 2 ? 11 : 10;
    }
}
