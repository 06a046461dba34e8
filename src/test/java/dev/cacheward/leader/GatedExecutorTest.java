package dev.cacheward.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatedExecutorTest {
    private final GatedExecutor gate = new GatedExecutor(2);
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stop() {
        gate.shutdownNow();
    }

    @Test
    void looksWaitUntilTheGateIsOpened() throws Exception {
        // Given
        Future<?> look = gate.submit(looks::incrementAndGet);
        gate.execute(looks::incrementAndGet);
        gate.execute(looks::incrementAndGet);
        assertThat(look.isDone()).isFalse();
        assertThat(looks).hasValue(0);

        // When
        gate.open();

        // Then
        gate.shutdown();
        assertThat(gate.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(looks).hasValue(3);
    }

    @Test
    void thoseThatWaitWhenItIsShutNeverBegin() throws Exception {
        // Given
        gate.submit(looks::incrementAndGet);
        gate.submit(looks::incrementAndGet);
        gate.submit(looks::incrementAndGet);

        // When
        gate.shut();

        // Then
        assertThat(gate.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(looks).hasValue(0);
    }

    @Test
    void anOpenOneLetsWhatRunsFinish() throws Exception {
        // Given
        gate.open();
        Future<?> look = gate.submit(looks::incrementAndGet);

        // When
        gate.shut();

        // Then
        look.get(60, TimeUnit.SECONDS);
        assertThat(looks).hasValue(1);
        assertThat(gate.isShutdown()).isFalse();
    }
}
