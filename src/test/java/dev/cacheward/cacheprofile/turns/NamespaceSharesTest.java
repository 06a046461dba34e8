package dev.cacheward.cacheprofile.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How many threads may wait for a Redis at once. */
class NamespaceSharesTest {
    /** {@code Lifecycle} runs so many reconciliations at once. */
    private static final int THREADS = 10;

    private final NamespaceShares shares = new NamespaceShares();

    @Test
    void theServersOfOneNamespaceLeaveTurnsToTheOthers() {
        // When
        int crowd = takeAll("crowd", false) + takeAll("crowd", true);

        // Then
        assertThat(crowd).isLessThan(THREADS / 2);
        assertThat(shares.take("other", false)).isPresent();
        assertThat(shares.take("another", true)).isPresent();
    }

    @Test
    void allNamespacesTogetherLeaveThreadsThatWaitForNoRedis() {
        // When
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += takeAll("crowd-" + i, false) + takeAll("crowd-" + i, true);
        }

        // Then
        assertThat(taken).isLessThan(THREADS);
    }

    @Test
    void slowServersLeaveTheirTurnsToQuickOnes() {
        // Given
        takeAll("one", true);
        takeAll("two", true);

        // When
        Optional<NamespaceShares.Turn> slow = shares.take("three", true);
        Optional<NamespaceShares.Turn> quick = shares.take("three", false);

        // Then
        assertThat(slow).isEmpty();
        assertThat(quick).isPresent();
    }

    @Test
    void aTurnThatIsGivenBackIsTakenAgain() {
        // Given
        List<NamespaceShares.Turn> all = new ArrayList<>();
        for (Optional<NamespaceShares.Turn> turn = shares.take("shop", false);
                turn.isPresent();
                turn = shares.take("shop", false)) {
            all.add(turn.get());
        }

        // When
        all.get(0).close();

        // Then
        assertThat(shares.take("shop", false)).isPresent();
    }

    @Test
    void manyServersThatAnswerAllGetTheirTurn() {
        // Given
        CountDownLatch begin = new CountDownLatch(1);

        // When
        List<CompletableFuture<Boolean>> looks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            looks.add(CompletableFuture.supplyAsync(() -> takesTurns(begin), command -> new Thread(command).start()));
        }
        begin.countDown();

        // Then
        await().atMost(Duration.ofSeconds(60)).until(() -> looks.stream().allMatch(CompletableFuture::isDone));
        assertThat(looks).filteredOn(CompletableFuture::join).isNotEmpty();
    }

    /** Whether most of some turns were had by one that gives each back at once. */
    private boolean takesTurns(CountDownLatch begin) {
        try {
            begin.await();
        } catch (InterruptedException e) {
            return false;
        }
        int had = 0;
        for (int i = 0; i < 100; i++) {
            Optional<NamespaceShares.Turn> turn = shares.take("shop", false);
            turn.ifPresent(NamespaceShares.Turn::close);
            had += turn.isPresent() ? 1 : 0;
        }
        return had > 50;
    }

    private int takeAll(String namespace, boolean slow) {
        int taken = 0;
        while (shares.take(namespace, slow).isPresent()) {
            taken++;
        }
        return taken;
    }
}
