package dev.cacheward.cacheprofile.report.health;

import dev.cacheward.redis.client.PersistenceInfo;
import dev.cacheward.redis.client.ServerStats;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is bad only if it lasts. */
enum Sign {
    /** The process takes far more memory than its data: more than one and a half times as much, and 64 MiB more. */
    FRAGMENTED {
        @Override
        boolean seen(Sample sample) {
            return exceeds(sample.info().stats(), FRAGMENTED_FROM, WASTED_FROM);
        }
    },
    /** The last attempt to write the data failed. */
    WRITE_FAILED {
        @Override
        boolean seen(Sample sample) {
            return !sample.info().persistence().lastWriteOk();
        }
    },
    /** There are changes, and the last snapshot is older than the save points allow: one an hour, if anything has changed. */
    UNSAVED {
        @Override
        boolean seen(Sample sample) {
            PersistenceInfo persistence = sample.info().persistence();
            Instant saved = Instant.ofEpochSecond(persistence.lastSaveEpochSeconds());
            return !persistence.aofEnabled()
                    && persistence.unsavedChanges() > 0
                    && Duration.between(saved, sample.at()).compareTo(LONGEST_SAVE_POINT) > 0;
        }
    };

    private static final double FRAGMENTED_FROM = 1.5;
    private static final double FRAGMENTED_UNTIL = 1.3;
    private static final long WASTED_FROM = 64L << 20;
    private static final long WASTED_UNTIL = 32L << 20;
    private static final Duration LONGEST_SAVE_POINT = Duration.ofHours(1);

    abstract boolean seen(Sample sample);

    /** Returns those that a sample shows. */
    static Set<Sign> of(Sample sample) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        Stream.of(values()).filter(sign -> sign.seen(sample)).forEach(signs::add);
        return signs;
    }

    /** Whether a server that was fragmented has not clearly recovered. */
    static boolean isStillFragmented(ServerStats stats) {
        return exceeds(stats, FRAGMENTED_UNTIL, WASTED_UNTIL);
    }

    private static boolean exceeds(ServerStats stats, double ratio, long wasted) {
        return stats.fragmentationRatio() > ratio && stats.memory().resident() - stats.memoryBytes() > wasted;
    }
}
