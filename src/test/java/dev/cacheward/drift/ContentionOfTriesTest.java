package dev.cacheward.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.testbed.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentionOfTriesTest {
    private static final String OWNER = "uid-1";
    private static final Subject SERVICE = Subject.of(OWNER, "Service", "shop-redis");
    private static final Difference LABEL = Difference.of("metadata.labels.team", Optional.of("theirs"), "ours");
    private static final Difference PORT = Difference.of("spec.ports", Optional.of("1"), "6379");
    private static final Difference CPU =
            Difference.of("spec.template.spec.containers[redis].cpu", Optional.of("250m"), "50m");

    private final SettableClock clock = new SettableClock();
    private final Tries tries = new Tries(clock);

    @BeforeEach
    void begin() {
        tries.begin(OWNER, 1, "");
    }

    @Test
    void aContentionNamesFieldFoundAndWanted() {
        // When
        tries.differs(SERVICE, List.of(LABEL, PORT));

        // Then
        assertThat(tries.warnings(OWNER).texts())
                .singleElement()
                .asString()
                .startsWith("Service \"shop-redis\" does not stay as it is written:"
                        + " metadata.labels.team is \"theirs\" instead of \"ours\" (and 1 other field). ");
    }

    @Test
    void theWordsStayWhileTheFieldDoes() {
        // Given
        tries.differs(SERVICE, List.of(LABEL));
        List<String> before = tries.warnings(OWNER).texts();

        // When
        tries.differs(SERVICE, List.of(Difference.of(LABEL.field(), Optional.of("another"), "ours"), PORT));

        // Then
        assertThat(tries.warnings(OWNER).texts()).isEqualTo(before);
        tries.differs(SERVICE, List.of(PORT));
        assertThat(tries.warnings(OWNER).texts()).isNotEqualTo(before);
    }

    @Test
    void aContentionIsOverWhenTheObjectHasStayedForAMinute() {
        // Given
        spend();
        tries.differs(SERVICE, List.of(LABEL));

        // When
        clock.pass(Duration.ofSeconds(59));
        tries.holds(SERVICE);

        // Then
        assertThat(tries.contention(SERVICE)).isPresent();
        assertThat(tries.again(OWNER)).contains(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        tries.holds(SERVICE);
        assertThat(tries.contention(SERVICE)).isEmpty();
        assertThat(tries.again(OWNER)).isEmpty();
    }

    @Test
    void aContentionThatARoundDoesNotMeetIsNotTold() {
        // Given
        spend();
        tries.differs(SERVICE, List.of(LABEL));

        // When
        tries.begin(OWNER, 1, "");

        // Then
        assertThat(tries.warnings(OWNER).texts()).isEmpty();
        assertThat(tries.allows(SERVICE, "content")).isFalse();
        assertThat(tries.warnings(OWNER).texts()).hasSize(1);
    }

    @Test
    void whatIsSettledIsWrittenAgainOnlyWhenItDiffersOtherwise() {
        // Given
        tries.writing(SERVICE, "content");
        tries.settle(SERVICE, "content", List.of(CPU));

        // When
        clock.pass(Duration.ofHours(1));

        // Then
        assertThat(tries.allows(SERVICE, "content", List.of(CPU))).isFalse();
        assertThat(tries.again(OWNER)).isEmpty();
        assertThat(tries.allows(SERVICE, "content", List.of(CPU, PORT))).isTrue();
        assertThat(tries.allows(SERVICE, "new", List.of(CPU))).isTrue();
    }

    @Test
    void aStatusThatTellsOfItsContentionKeepsTellingIt() {
        // Given
        Subject status = Subject.status(OWNER);
        tries.writing(status, "content");
        tries.differs(status, List.of(LABEL));

        // When
        tries.writing(status, "content with a warning");

        // Then
        assertThat(tries.contention(status)).isPresent();
        tries.begin(OWNER, 1, ""); // it is written at the end of a round, and told at its beginning
        assertThat(tries.contention(status)).isPresent();
    }

    private void spend() {
        for (int i = 0; i < Attempts.AT_ONCE; i++) {
            tries.writing(SERVICE, "content");
        }
    }
}
