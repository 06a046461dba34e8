package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.rotation.KnownPasswords;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsResolverTest {
    private static final UserSecret GENERATED = new UserSecret.NotAsked();
    private static final ServerObjects OBJECTS = SampleProfiles.objects(SampleProfiles.minimal());
    private static final Secret BINDING =
            SampleBindings.binding(SampleProfiles.valid(SampleProfiles.minimal()), new Password("app"));

    private final CredentialsResolver resolver = new CredentialsResolver(SampleProfiles.counting());

    @Test
    void whereNothingIsKnownEachUserGetsAPasswordOfItsOwn() {
        assertThat(resolve(ObservedBuilder.nothing(), GENERATED))
                .containsExactly("generated-1", "generated-2", "generated-3", "generated-4");
    }

    @Test
    void whatTheSecretsSayHolds() {
        assertThat(resolve(
                        ObservedBuilder.nothing().serverSecret(OBJECTS.secret()).binding(BINDING), GENERATED))
                .containsExactly("app", "operator", "probe", "ALIAS");
    }

    @Test
    void aLostConnectionGetsANewPasswordSinceNobodyCanKnowTheOldOne() {
        assertThat(resolve(ObservedBuilder.nothing().serverSecret(OBJECTS.secret()), GENERATED))
                .containsExactly("generated-1", "operator", "probe", "ALIAS");
    }

    @Test
    void anEditedConnectionIsPutBackWhileTheOtherSecretHasWhatTheServerKnows() {
        // Given
        Secret edited = SampleBindings.binding(SampleProfiles.valid(SampleProfiles.minimal()), new Password("edited"));
        Secret environment = SampleBindings.environment(
                SampleProfiles.valid(SampleProfiles.minimal()),
                SampleProfiles.credentials().application());

        // Then
        assertThat(resolve(
                        ObservedBuilder.nothing()
                                .serverSecret(OBJECTS.secret())
                                .binding(edited)
                                .environment(environment),
                        GENERATED))
                .contains(SampleProfiles.credentials().application().value())
                .doesNotContain("edited");
    }

    @Test
    void aLostServerSecretDoesNotChangeTheApplicationsPassword() {
        assertThat(resolve(ObservedBuilder.nothing().binding(BINDING), GENERATED))
                .containsExactly("app", "generated-1", "generated-2", "generated-3");
    }

    @Test
    void theAuthorsPasswordBeatsTheOneThatWasPublished() {
        assertThat(resolve(ObservedBuilder.nothing().binding(BINDING), new UserSecret.Found(new Password("mine"))))
                .startsWith("mine");
    }

    @ParameterizedTest(name = "a password of \"{0}\" in base64")
    @CsvSource({"''", "'%%%'"})
    void aSecretThatSomebodyBrokeIsPutRight(String base64) {
        // Given
        Secret broken = new SecretBuilder(BINDING).addToData("password", base64).build();

        // Then
        assertThat(resolve(ObservedBuilder.nothing().binding(broken), GENERATED))
                .startsWith("generated-1");
        assertThat(resolve(
                        ObservedBuilder.nothing()
                                .binding(new SecretBuilder(BINDING)
                                        .withData(null)
                                        .build()),
                        GENERATED))
                .doesNotContain("app");
    }

    @Test
    void anUnusableSecretOfTheAuthorsLeavesEverythingAsItIs() {
        // Given
        UserSecret unusable = new UserSecret.Unusable(new Cause(Reason.SECRET_NOT_FOUND, "gone"));

        // Then
        assertThat(resolver.resolve(
                        SampleProfiles.minimal(),
                        ObservedBuilder.nothing().binding(BINDING).observed(),
                        unusable))
                .isEmpty();
    }

    @Test
    void whatARunningServerWasGivenIsKnownOnlyIfBothSecretsAreThere() {
        assertThat(published(
                        ObservedBuilder.nothing().serverSecret(OBJECTS.secret()).binding(BINDING)))
                .contains(SampleProfiles.credentials());
        assertThat(published(ObservedBuilder.nothing().serverSecret(OBJECTS.secret())))
                .isEmpty();
        assertThat(published(ObservedBuilder.nothing().binding(BINDING))).isEmpty();
    }

    @ParameterizedTest(name = "the server knows \"app\"; binding {0}, environment {1}: {2} is in force")
    @CsvSource({
        "app, app, app",
        "app, edited, app",
        "edited, app, app",
        ", app, app",
        "app, , app",
        "edited, edited, ",
        "edited, , ",
        ", edited, ",
        ", , "
    })
    void thePasswordInForceIsThePublishedOneThatTheServerKnows(String binding, String environment, String inForce) {
        // Given
        Profile profile = SampleProfiles.valid(SampleProfiles.minimal());
        ObservedBuilder seen = ObservedBuilder.nothing().serverSecret(OBJECTS.secret());

        // When
        if (binding != null) {
            seen.binding(SampleBindings.binding(profile, new Password(binding)));
        }
        if (environment != null) {
            seen.environment(SampleBindings.environment(profile, new Password(environment)));
        }

        // Then
        assertThat(KnownPasswords.of(seen.observed().server()).inForce().map(Password::value))
                .isEqualTo(Optional.ofNullable(inForce));
    }

    @Test
    void whereTheServersUsersAreLostNothingSpeaksAgainstTheBinding() {
        assertThat(KnownPasswords.of(ObservedBuilder.nothing()
                                .binding(BINDING)
                                .observed()
                                .server())
                        .inForce())
                .contains(new Password("app"));
    }

    @Test
    void configIsCalledByItsAliasOnlyWhereItIsRenamed() {
        // Given
        ObservedBuilder renamed = ObservedBuilder.nothing().serverSecret(OBJECTS.secret());
        ObservedBuilder plain = ObservedBuilder.nothing()
                .serverSecret(SampleProfiles.objects(SampleProfiles.managed("disabledCommands: [KEYS]"))
                        .secret());

        // Then
        assertThat(CredentialsResolver.runningConfigCommand(renamed.observed().server(), SampleProfiles.credentials()))
                .isEqualTo("ALIAS");
        assertThat(CredentialsResolver.runningConfigCommand(plain.observed().server(), SampleProfiles.credentials()))
                .isEqualTo("CONFIG");
    }

    @Test
    void noPasswordShowsInText() {
        assertThat(SampleProfiles.credentials().toString() + new UserSecret.Found(new Password("secret-word")))
                .doesNotContain("secret-word", "operator-", "app,")
                .contains("redacted");
    }

    private List<String> resolve(ObservedBuilder seen, UserSecret userSecret) {
        Credentials found = resolver.resolve(SampleProfiles.minimal(), seen.observed(), userSecret)
                .orElseThrow();
        return List.of(
                found.application().value(),
                found.operator().value(),
                found.probe().value(),
                found.configCommand());
    }

    private static Optional<Credentials> published(ObservedBuilder seen) {
        return seen.observed().credentials();
    }
}
