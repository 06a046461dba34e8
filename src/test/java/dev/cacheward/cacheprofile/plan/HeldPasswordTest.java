package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.redis.Password;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which password applications are told, seen through the whole plan, where somebody touched the Secrets that tell it. */
class HeldPasswordTest {
    private static final CacheProfile BEFORE = SampleProfiles.minimal();
    private static final CacheProfile CHANGED = SampleProfiles.managed("bind: [All]");
    private static final ProfilePlan RUNNING =
            SampleProfiles.plan(BEFORE, ObservedBuilder.nothing().observed());
    private static final Credentials NEW_PASSWORD =
            new Credentials(new Password("new"), new Password("operator"), new Password("probe"), "ALIAS");

    @Test
    void aNewPasswordIsNotPublishedBeforeTheServerTakesIt() {
        ObservedBuilder asked = lost().environment(known()).redis(Answers.of("7.0.15"));

        assertPublished(SampleProfiles.plan(BEFORE, asked.observed(), NEW_PASSWORD), "app");
    }

    @Test
    void whileAChangeIsTriedOutOrRefusedALostConnectionComesBackWithThePasswordThatTheServerKnows() {
        assertPublished(SampleProfiles.plan(CHANGED, lost().environment(known()).observed(), NEW_PASSWORD), "app");
        assertPublished(SampleProfiles.plan(CHANGED, refused(lost().environment(known())), NEW_PASSWORD), "app");
    }

    @Test
    void whileAChangeIsRefusedAnEditedConnectionIsPutBack() {
        assertPublished(SampleProfiles.plan(CHANGED, refused(edited().environment(known())), NEW_PASSWORD), "app");
    }

    @Test
    void aPasswordThatNobodyCanKnowAnyMoreGivesWayToTheNextServers() {
        assertPublished(SampleProfiles.plan(CHANGED, refused(lost()), NEW_PASSWORD), "new");
        assertPublished(SampleProfiles.plan(CHANGED, refused(edited()), NEW_PASSWORD), "new");
    }

    private static ObservedBuilder lost() {
        return ObservedBuilder.serving(RUNNING, Optional.empty());
    }

    private static ObservedBuilder edited() {
        return ObservedBuilder.serving(
                RUNNING, Optional.of(SampleBindings.binding(RUNNING.profile(), new Password("edited"))));
    }

    private static Secret known() {
        return SampleBindings.environment(
                RUNNING.profile(), SampleProfiles.credentials().application());
    }

    private static Observed refused(ObservedBuilder seen) {
        return seen.preflight(PodPhases.phase(SampleProfiles.objects(CHANGED).preflight(), "Failed"))
                .observed();
    }

    private static void assertPublished(ProfilePlan plan, String password) {
        assertThat(plan.supporting())
                .filteredOn(Secret.class::isInstance)
                .extracting(secret -> ((Secret) secret).getData())
                .containsExactly(
                        SampleBindings.binding(plan.profile(), new Password(password))
                                .getData(),
                        SampleBindings.environment(plan.profile(), new Password(password))
                                .getData());
    }
}
