package dev.cacheward.threads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    @Test
    void aThreadHasTheNameAndKeepsNoProcessAlive() {
        // When
        Thread thread = new DaemonThreads("events").newThread(() -> {});

        // Then
        assertThat(thread.getName()).isEqualTo("events");
        assertThat(thread.isDaemon()).isTrue();
    }
}
