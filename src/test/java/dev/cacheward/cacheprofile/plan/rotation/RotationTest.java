package dev.cacheward.cacheprofile.plan.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.ConnectionCut;
import dev.cacheward.redis.Password;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final RotationWorld world = new RotationWorld();

    @Test
    void whereNobodyAsksNothingChanges() {
        world.settle();
        world.pass(Duration.ofDays(30));

        assertThat(world.settle()).isEqualTo(1);
        assertThat(world.published()).isEqualTo("app");
        assertThat(world.serverSecret().getData()).doesNotContainKeys("rotated", "past-passwords", "next-password");
    }

    @Test
    void aNewPasswordWorksBesideTheFormerForTheGracePeriod() {
        world.ask("first");
        world.settle();

        assertThat(world.published()).startsWith("generated-");
        assertThat(world.taken(AclUser.APPLICATION)).containsExactlyInAnyOrder(hash("app"), hash(world.published()));
        assertThat(world.warnings())
                .containsExactly("The former password of the application works until 2026-01-01T00:10:00Z.");

        world.pass(GRACE.minusSeconds(1));
        world.settle();
        assertThat(world.taken(AclUser.APPLICATION)).contains(hash("app"));
        assertThat(world.cuts).isEmpty();
    }

    @Test
    void afterTheGracePeriodTheFormerPasswordsEndAndOldConnectionsAreCut() {
        world.ask("first");
        world.settle();
        world.pass(GRACE);
        world.settle();

        assertThat(world.taken(AclUser.APPLICATION)).containsExactly(hash(world.published()));
        assertThat(world.cuts).extracting(ConnectionCut::olderThan).containsExactly(GRACE);
        assertThat(world.warnings()).isEmpty();
        assertThat(world.settle()).isEqualTo(1);
    }

    @Test
    void thePasswordsOfTheOtherUsersChangeToo() {
        world.ask("first");
        world.settle();
        world.pass(GRACE);
        world.settle();

        for (String user : new String[] {AclUser.OPERATOR, AclUser.PROBE, AclUser.REPLICA}) {
            assertThat(world.taken(user)).as(user).hasSize(1);
        }
        assertThat(world.taken(AclUser.OPERATOR)).doesNotContain(hash("operator"));
        assertThat(world.taken(AclUser.PROBE)).doesNotContain(hash("probe"));
        assertThat(world.serverSecret().getData()).doesNotContainKeys("past-passwords", "next-operator-password");
    }

    @Test
    void theSameWishIsHeardOnce() {
        world.ask("first");
        world.settle();
        String password = world.published();
        world.pass(GRACE);
        world.settle();
        world.settle();

        assertThat(world.published()).isEqualTo(password);
    }

    @ParameterizedTest(name = "it ends after {0} effects")
    @MethodSource("effects")
    void anOperatorThatEndsWithinARotationIsFollowedByOneThatFinishesIt(int effects) {
        world.ask("first");
        world.settle(effects);
        world.pass(GRACE);
        world.settle(effects);
        world.pass(GRACE);
        world.settle();

        assertThat(world.published()).startsWith("generated-");
        assertThat(world.taken(AclUser.APPLICATION)).containsExactly(hash(world.published()));
        assertThat(world.taken(AclUser.OPERATOR)).hasSize(1).doesNotContain(hash("operator"));
    }

    static Stream<Integer> effects() {
        return IntStream.range(0, 25).boxed();
    }

    @Test
    void aSecondRotationWithinTheFirstGivesEachPasswordItsOwnTime() {
        world.ask("first");
        world.settle();
        String second = world.published();
        world.pass(GRACE.dividedBy(2));
        world.ask("second");
        world.settle();

        assertThat(world.taken(AclUser.APPLICATION))
                .containsExactlyInAnyOrder(hash("app"), hash(second), hash(world.published()));
        world.pass(GRACE.dividedBy(2));
        world.settle();
        assertThat(world.taken(AclUser.APPLICATION)).containsExactlyInAnyOrder(hash(second), hash(world.published()));
        world.pass(GRACE.dividedBy(2));
        world.settle();
        assertThat(world.taken(AclUser.APPLICATION)).containsExactly(hash(world.published()));
        assertThat(world.taken(AclUser.OPERATOR)).hasSize(1);
    }

    @Test
    void thePasswordOfAUserMayGoBackToWhatItWas() {
        use("mine");
        world.pass(Duration.ofMinutes(1));
        use("other");
        world.pass(Duration.ofMinutes(1));
        use("mine");

        assertThat(world.published()).isEqualTo("mine");
        world.pass(GRACE);
        world.settle();
        assertThat(world.taken(AclUser.APPLICATION)).containsExactly(hash("mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\" #$%", "x"})
    void theAuthorsOwnPasswordChangesTheSameWay(String password) {
        use(password);

        assertThat(world.published()).isEqualTo(password);
        assertThat(world.taken(AclUser.APPLICATION)).containsExactlyInAnyOrder(hash("app"), hash(password));
    }

    @Test
    void withoutAGracePeriodTheFormerPasswordEndsAtOnce() {
        world.profile = SampleProfiles.managed("auth: {rotationGracePeriod: 0s}");
        world.ask("first");
        world.settle();

        assertThat(world.taken(AclUser.APPLICATION)).containsExactly(hash(world.published()));
        assertThat(world.taken(AclUser.OPERATOR)).contains(hash("operator"));
        world.pass(Duration.ofMinutes(2));
        world.settle();
        assertThat(world.taken(AclUser.OPERATOR)).hasSize(1).doesNotContain(hash("operator"));
    }

    @Test
    void aDeletedConnectionGetsANewPasswordAndWhatRunsGoesOn() {
        world.settle();
        world.loseConnection();
        world.settle();

        assertThat(world.published()).startsWith("generated-");
        assertThat(world.taken(AclUser.APPLICATION)).contains(hash("app"));
    }

    @Test
    void aWishForAGeneratedPasswordSaysSoWhereThePasswordIsTheAuthorsOwn() {
        use("mine");
        world.ask("first");
        world.settle();

        assertThat(world.published()).isEqualTo("mine");
        assertThat(world.warnings()).anyMatch(text -> text.startsWith("Annotation cacheward.dev/rotate has no effect"));
    }

    private void use(String password) {
        world.userSecret = new UserSecret.Found(new Password(password));
        world.settle();
    }

    private static String hash(String password) {
        return new Password(password).sha256();
    }
}
