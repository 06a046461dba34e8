package dev.cacheward.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatedExecutorTest {
    private final GatedExecutor gate = new GatedExecutor(2);
    private final AtomicInteger reconciliations = new AtomicInteger();

    @AfterEach
    void stop() {
        gate.shutdownNow();
    }

    @Test
    void reconciliationsWaitUntilTheGateIsOpened() throws Exception {
        // Given
        Future<?> reconciliation = gate.submit(reconciliations::incrementAndGet);
        gate.execute(reconciliations::incrementAndGet);
        gate.execute(reconciliations::incrementAndGet);
        assertThat(reconciliation.isDone()).isFalse();
        assertThat(reconciliations).hasValue(0);

        // When
        gate.open();

        // Then
        gate.shutdown();
        assertThat(gate.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(reconciliations).hasValue(3);
    }

    @Test
    void thoseThatWaitWhenItIsShutNeverBegin() throws Exception {
        // Given
        gate.submit(reconciliations::incrementAndGet);
        gate.submit(reconciliations::incrementAndGet);
        gate.submit(reconciliations::incrementAndGet);

        // When
        gate.shut();

        // Then
        assertThat(gate.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(reconciliations).hasValue(0);
    }

    @Test
    void anOpenOneLetsWhatRunsFinish() throws Exception {
        // Given
        gate.open();
        Future<?> reconciliation = gate.submit(reconciliations::incrementAndGet);

        // When
        gate.shut();

        // Then
        reconciliation.get(60, TimeUnit.SECONDS);
        assertThat(reconciliations).hasValue(1);
        assertThat(gate.isShutdown()).isFalse();
    }
}
