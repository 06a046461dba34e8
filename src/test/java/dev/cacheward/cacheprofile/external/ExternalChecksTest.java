package dev.cacheward.cacheprofile.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.external.CheckRule;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.client.external.ExternalEndpoint;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much a server of somebody else is asked, over simulated time: each profile is reconciled once a minute. */
class ExternalChecksTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int BUDGET = 20_000;

    private final SettableClock clock = new SettableClock();
    private String token = "1";
    private boolean own;
    private final CountingExternalGateway gateway = new CountingExternalGateway();
    private final ExternalChecks checks = new ExternalChecks(gateway, new RedisTurns(gateway, clock), clock);

    @Test
    void aHealthyServerCostsLessThanTwentyThousandCommandsAMonth() {
        // When
        reconcile(MONTH, "first", "second");

        // Then
        assertThat(gateway.commands()).isBetween(10_000, BUDGET);
    }

    @Test
    void twoProfilesOfOneServerAndLoginCostNoMoreThanOne() {
        // Given
        reconcile(Duration.ofDays(1), "first");
        int ofOne = gateway.commands();

        // When
        ExternalChecksTest two = new ExternalChecksTest();
        two.reconcile(Duration.ofDays(1), "first", "second");

        // Then
        assertThat(two.gateway.commands()).isEqualTo(ofOne);
    }

    @Test
    void aServerWhoseQuotaIsUsedUpIsAskedOnceAnHourInTheEnd() {
        // Given
        gateway.failWith(new Cause(Reason.QUOTA_EXCEEDED, "The plan allows no more."));

        // When
        reconcile(Duration.ofDays(1), "first");

        // Then
        assertThat(gateway.commands() / CountingExternalGateway.OF_A_CHECK).isBetween(23, 32);
    }

    @Test
    void aServerThatFailedAndServesAgainIsWellAgainWithinAMinute() {
        // Given
        reconcile(Duration.ofMinutes(1), "first");
        gateway.failWith(new Cause(Reason.CONNECTION_REFUSED, "It takes no connection."));
        reconcile(Duration.ofMinutes(30), "first");
        boolean failed = state("first").failure().isPresent();

        // When
        gateway.succeed();
        reconcile(Duration.ofMinutes(1), "first");

        // Then
        assertThat(failed).isTrue();
        assertThat(state("first").failure()).isEmpty();
    }

    @Test
    void profilesThatWereEditedDifferentlyOftenStillShareAnAnswer() {
        // When
        for (int minute = 0; minute < 60; minute++) {
            token = "1";
            state("first");
            token = "7";
            state("second");
            clock.pass(Duration.ofMinutes(1));
        }

        // Then
        assertThat(gateway.commands()).isEqualTo(CountingExternalGateway.OF_A_CHECK + 11);
    }

    @Test
    void aServiceOfOneNamespaceIsNoAnswerForAnother() {
        // Given
        own = true;
        state("first");

        // When
        state("second");

        // Then
        assertThat(gateway.commands()).isEqualTo(2 * CountingExternalGateway.OF_A_CHECK);
    }

    private void reconcile(Duration time, String... profiles) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            for (String profile : profiles) {
                state(profile);
            }
            clock.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void anEditOfOneProfileHasTheServerAskedOnceMoreAndNotAtEachLookOfTheOther() {
        // Given
        reconcile(Duration.ofMinutes(3), "first", "second");
        int before = gateway.commands();

        // When
        token = "2";
        state("first");
        token = "1";
        reconcile(Duration.ofMinutes(3), "second");

        // Then
        assertThat(gateway.commands()).isEqualTo(before + CountingExternalGateway.OF_A_CHECK);
    }

    private ExternalState state(String namespace) {
        Connection connection = new Connection(
                "db.example.com", 6379, new Login("default", new Password("secret")), Optional.of(0), Optional.empty());
        CheckRule rule = new CheckRule("cacheward:check:", Duration.ofMinutes(5), Duration.ofHours(1), false);
        return checks.state(new ExternalChecks.Question(
                        new Owner(
                                "cacheward.dev/v1alpha1", OwnerKind.PROFILE, namespace, "shop", "uid-of-" + namespace),
                        token,
                        new ExternalServer(connection, false, Optional.empty(), rule),
                        own,
                        new ExternalEndpoint(connection, false, rule.keyPrefix()),
                        address -> Optional.empty()))
                .orElseThrow();
    }
}
