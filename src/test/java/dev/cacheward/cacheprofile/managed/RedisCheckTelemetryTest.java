package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server says of itself counts for the server that the check passed, and for no other. */
class RedisCheckTelemetryTest {
    private final CheckedServer server = new CheckedServer();

    @Test
    void whatTheServerSaysIsToldOfItsProfileWhateverLabelsItsPodHas() {
        // Given
        Pod unlabelled = new PodBuilder(PodPhases.ready(CheckedServer.POD))
                .editMetadata()
                .withLabels(Map.of())
                .endMetadata()
                .build();

        // When
        server.check(Reason.CHECK_PASSED, unlabelled);

        // Then
        assertThat(server.reported).containsExactly(CheckedServer.PROFILE);
    }

    @Test
    void whatAnotherServerSaidIsNotToldOfThisOne() {
        // Given
        Pod elsewhere = new PodBuilder(PodPhases.ready(CheckedServer.POD))
                .editStatus()
                .withPodIP("10.0.0.8")
                .endStatus()
                .build();

        // When
        Availability found = server.check(Reason.CHECK_PASSED, elsewhere);

        // Then
        assertThat(found.blockingCause()).isEmpty();
        assertThat(found.version()).isEmpty();
    }
}
