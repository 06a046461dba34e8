package dev.cacheward.cacheprofile.hygiene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.api.v1alpha1.PurgeStatus;
import dev.cacheward.cacheprofile.plan.hygiene.PurgeOrder;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.keys.PurgeDialogue;
import dev.cacheward.redis.client.keys.ScanPosition;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PurgesTest {
    private static final Instant BEGIN = Instant.EPOCH;
    private static final ScanPosition MIDDLE = new ScanPosition("run", "77");
    private static final Cause READ_ONLY = new Cause(Reason.READ_ONLY, "It takes no writes.");

    private final ScriptedSlices gateway = new ScriptedSlices();
    private final HygieneThreads threads = new HygieneThreads();
    private final Purges purges = new Purges(gateway, threads);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void oneSliceFollowsTheOtherUntilAllKeysWereSeenAndTheirNumbersAddUp() {
        // Given
        gateway.answer(slice(3, false));
        gateway.answer(slice(4, true));

        // When
        look("a*", server("one"));

        // Then
        await().until(() -> look("a*", server("one")).state() == PurgeState.DONE);
        assertThat(look("a*", server("one")).deletedKeys()).isEqualTo(7);
        assertThat(gateway.asked())
                .extracting(asked -> asked.dialogue().from())
                .containsExactly(ScanPosition.start(), MIDDLE);
    }

    @Test
    void whatTheStatusCallsDoneIsNotDoneAgain() {
        // Given
        PurgeStatus done = new PurgeStatus("a*", PurgeState.DONE, 7, "");

        // When
        Optional<Purges.Report> report =
                purges.look("uid", new PurgeOrder.Valid("a*"), Optional.of(done), server("one"), BEGIN);

        // Then
        assertThat(report.orElseThrow().status()).isSameAs(done);
        assertThat(gateway.asked()).isEmpty();
    }

    @Test
    void itGoesOnAgainstTheServerThatTookOver() {
        // Given
        look("a*", server("one"));
        await().until(() -> gateway.asked().size() == 1);

        // When
        look("a*", server("two"));
        gateway.answer(slice(1, false));
        gateway.answer(slice(1, true));

        // Then
        await().until(() -> look("a*", server("two")).state() == PurgeState.DONE);
        assertThat(gateway.asked()).extracting(asked -> asked.address().host()).containsExactly("one", "two");
    }

    @Test
    void aSliceThatFailsIsTriedAgainAtTheNextLookAndToldAfterThree() {
        // When
        for (int failures = 1; failures <= 3; failures++) {
            assertThat(look("a*", server("one")).state()).isEqualTo(PurgeState.RUNNING);
            gateway.answer(new Reply.Answered<>(new PurgeDialogue.Slice(MIDDLE, 0, false, Optional.of(READ_ONLY))));
            int slices = failures;
            await().until(() -> gateway.asked().size() == slices && threads.isIdle());
        }
        PurgeStatus status = look("a*", server("one"));

        // Then
        assertThat(status.state()).isEqualTo(PurgeState.WAITING);
        assertThat(status.message()).contains(READ_ONLY.message());
    }

    @Test
    void whileNoServerCanBeUsedItEndsAtItsNextStepAndWaits() {
        // Given
        look("a*", server("one"));
        await().until(() -> gateway.asked().size() == 1);

        // When
        PurgeStatus status = look("a*", Optional.empty());

        // Then
        assertThat(status.state()).isEqualTo(PurgeState.WAITING);
        assertThat(gateway.asked().get(0).dialogue().goesOn().getAsBoolean()).isFalse();
    }

    @Test
    void anotherValueOrNoneEndsThePurge() {
        // Given
        look("a*", server("one"));
        await().until(() -> gateway.asked().size() == 1);

        // When
        look("b*", server("one"));
        await().until(() -> gateway.asked().size() == 2);
        Optional<Purges.Report> none =
                purges.look("uid", new PurgeOrder.None(), Optional.empty(), server("one"), BEGIN);

        // Then
        assertThat(none).isEmpty();
        assertThat(gateway.asked()).noneMatch(asked -> asked.dialogue().goesOn().getAsBoolean());
    }

    @Test
    void eachHalfMinuteThereIsNewsAndTheStatusStaysTheSame() {
        // Given
        gateway.answer(slice(5, false));
        PurgeStatus first = look("a*", server("one"));
        await().until(() -> gateway.asked().size() == 2);

        // When
        Purges.Report early = report("a*", server("one"), Duration.ofSeconds(29));
        Purges.Report later = report("a*", server("one"), Duration.ofSeconds(31));
        Purges.Report again = report("a*", server("one"), Duration.ofSeconds(33));

        // Then
        assertThat(early.news()).isEmpty();
        assertThat(later.news()).contains("So far 5 keys of \"a*\" were deleted.");
        assertThat(again.news()).isEmpty();
        assertThat(later.status()).isEqualTo(first);
        assertThat(later.again()).isPresent();
    }

    @Test
    void whatIsDoneStaysDoneWhileSomebodyElseRunsTheRedis() {
        // Given
        Optional<PurgeStatus> done = Optional.of(new PurgeStatus("a*", PurgeState.DONE, 7, ""));

        // When
        Optional<Purges.Report> foreign =
                purges.look("uid", new PurgeOrder.Refused("a*", PurgeOrder.FOREIGN), done, Optional.empty(), BEGIN);

        // Then
        assertThat(foreign.orElseThrow().status()).isSameAs(done.get());
    }

    @Test
    void aPurgeThatDoesNotGetOnIsNoNews() {
        // Given
        gateway.answer(slice(5, false));
        look("a*", server("one"));
        await().until(() -> gateway.asked().size() == 2);
        assertThat(report("a*", server("one"), Duration.ofSeconds(31)).news()).isPresent();

        // When
        Purges.Report later = report("a*", server("one"), Duration.ofHours(1));

        // Then
        assertThat(later.news()).isEmpty();
    }

    private PurgeStatus look(String pattern, Optional<Purges.Usable> server) {
        return report(pattern, server, Duration.ZERO).status();
    }

    private Purges.Report report(String pattern, Optional<Purges.Usable> server, Duration after) {
        return purges.look("uid", new PurgeOrder.Valid(pattern), Optional.empty(), server, BEGIN.plus(after))
                .orElseThrow();
    }

    private static Optional<Purges.Usable> server(String host) {
        Login login = new Login(AclUser.APPLICATION, new Password("secret"));
        return Optional.of(new Purges.Usable(Optional.of(new Target(new RedisAddress(host, 6379), login))));
    }

    private static Reply<PurgeDialogue.Slice> slice(long deleted, boolean whole) {
        return new Reply.Answered<>(new PurgeDialogue.Slice(MIDDLE, deleted, whole, Optional.empty()));
    }
}
