package dev.cacheward.cacheprofile.model.roll;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollMarkTest {
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    @Test
    void whatIsWrittenIsRead() {
        for (RollMark mark : new RollMark[] {
            new RollMark("a1", NOW, Optional.empty()), new RollMark("a1.b2", NOW, Optional.of("no room (2 of 3)"))
        }) {
            assertThat(RollMark.of(marked(mark.text()))).contains(mark);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1", "a1 since", "a1 since yesterday", "a1 since 2025"})
    void whatCannotBeReadIsNone(String text) {
        assertThat(RollMark.of(marked(text))).isEmpty();
    }

    private static StatefulSet marked(String text) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .addToAnnotations(RollMark.ANNOTATION, text)
                .endMetadata()
                .build();
    }
}
