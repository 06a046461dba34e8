package dev.cacheward.redis.client.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RealRedis;
import dev.cacheward.redis.client.RedisBinary;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.conf.SampleServerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * What a purge of a million keys costs fifty applications. Slices of the purge and stretches without it take turns, so that whatever
 * else the machine does falls on both. It reports the figures that the docs quote, and asserts no time.
 */
class PurgeCostIT {
    private static final int CLIENTS = 50;
    private static final int KEYS = Integer.getInteger("purge.keys", 100_000);
    private static final int CHUNK = 20_000;

    @Test
    void allKeysAreGoneAndNoCommandOfAnApplicationFails(TestReporter report) throws Exception {
        try (RedisGateway gateway = new LettuceGateway(Duration.ofSeconds(20));
                RealRedis redis = RealRedis.start(RedisBinary.find(), SampleServerSettings.defaults());
                RawRedis filler = new RawRedis(redis.address(), redis.application())) {
            // Given
            for (int made = 0; made < KEYS; made += CHUNK) {
                fill(filler, made);
            }
            try (TimedClients clients = new TimedClients(redis, CLIENTS)) {
                TimeUnit.SECONDS.sleep(3);
                clients.next();

                // When
                Figures figures = purge(gateway, redis, clients);

                // Then
                report.publishEntry("purge", figures.row());
                report.publishEntry("server", commands(filler));
                assertThat(figures.deleted).isEqualTo(KEYS);
                assertThat(clients.failures()).isEmpty();
            }
        }
    }

    /** Returns what the server says of the time that each command of the purge took it. */
    private static String commands(RawRedis filler) {
        return String.valueOf(filler.ask("INFO", "commandstats"))
                .lines()
                .filter(line -> line.startsWith("cmdstat_scan:") || line.startsWith("cmdstat_unlink:"))
                .collect(Collectors.joining(" "));
    }

    private static void fill(RawRedis filler, int made) {
        filler.ask(
                "EVAL",
                "for i = 1, ARGV[2] do redis.call('SET', 'cache:dataset:' .. (ARGV[1] + i), 'value', 'EX', 3600) end",
                "0",
                String.valueOf(made),
                String.valueOf(CHUNK));
    }

    private static Figures purge(RedisGateway gateway, RealRedis redis, TimedClients clients) throws Exception {
        Figures figures = new Figures();
        PurgeDialogue.Slice slice = new PurgeDialogue.Slice(ScanPosition.start(), 0, false, Optional.empty());
        while (!slice.whole()) {
            TimeUnit.MILLISECONDS.sleep(Pace.GENTLE.slice().toMillis());
            figures.without.add(clients.next());
            long begun = System.nanoTime();
            PurgeDialogue dialogue = new PurgeDialogue(slice.next(), "cache:dataset:*", Pace.GENTLE, () -> true);
            slice = gateway.ask(redis.address(), redis.application(), dialogue).fold(done -> done, cause -> {
                throw new AssertionError(cause);
            });
            figures.nanos += System.nanoTime() - begun;
            figures.deleted += slice.deleted();
            figures.during.add(clients.next());
        }
        return figures;
    }

    private static final class Figures {
        private final List<TimedClients.Phase> without = new ArrayList<>();
        private final List<TimedClients.Phase> during = new ArrayList<>();
        private long nanos;
        private long deleted;

        String row() {
            return "%d keys in %.1f s; p50 %.2f ms without, %.2f during; p99 %.2f ms without, %.2f during: x%.2f"
                    .formatted(
                            deleted,
                            nanos / 1e9,
                            median(without, 50),
                            median(during, 50),
                            median(without, 99),
                            median(during, 99),
                            median(during, 99) / median(without, 99));
        }

        /** The middle one of all stretches. */
        private static double median(List<TimedClients.Phase> phases, double percent) {
            return phases.stream()
                    .mapToDouble(phase -> phase.percentile(percent))
                    .sorted()
                    .skip(phases.size() / 2)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }
}
