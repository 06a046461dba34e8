package dev.cacheward.cli.diff;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.SecretKey;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.rotation.AuthorSecret;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.redis.Password;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Problem;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the operator would make of one version of a profile.
 *
 * @param validated of a Redis that the operator runs; empty for one of somebody else
 * @param problems why the operator would refuse the spec
 * @param deliveries what applications read
 * @param credentials empty while a password cannot be used
 * @param plan empty for an invalid spec, and for a Redis of somebody else
 */
record ProfileView(
        Optional<ValidatedProfile> validated,
        List<Problem> problems,
        List<TargetKeys> deliveries,
        UserSecret password,
        Optional<Credentials> credentials,
        Optional<ProfilePlan> plan) {
    /** Stands for a password that would be made, or that the caller may not see. */
    private static final Password STAND_IN = new Password("stand-in");

    static ProfileView of(PlanBasis basis, CacheProfile profile, Observed observed, Reading reading) {
        return ExternalValidator.isExternal(profile)
                ? foreign(basis, profile)
                : managed(basis, profile, observed, password(profile, observed, reading));
    }

    private static ProfileView foreign(PlanBasis basis, CacheProfile profile) {
        var result = basis.basics().validate(profile);
        return new ProfileView(
                Optional.empty(),
                result.problems(),
                result.problems().isEmpty() ? result.basics().deliveries() : List.of(),
                new UserSecret.NotAsked(),
                Optional.empty(),
                Optional.empty());
    }

    private static ProfileView managed(PlanBasis basis, CacheProfile profile, Observed observed, UserSecret password) {
        ValidatedProfile validated = basis.validator().validate(profile, observed);
        if (validated instanceof ValidatedProfile.Invalid invalid) {
            return new ProfileView(
                    Optional.of(validated),
                    invalid.problems(),
                    List.of(),
                    password,
                    Optional.empty(),
                    Optional.empty());
        }
        Optional<Credentials> credentials =
                new CredentialsResolver(() -> STAND_IN).resolve(profile, observed, password);
        Optional<ProfilePlan> plan = basis.planner().plan(validated, observed, credentials);
        return new ProfileView(
                Optional.of(validated),
                List.of(),
                plan.map(ProfilePlan::deliveries).orElse(List.of()),
                password,
                credentials,
                plan);
    }

    /** Where the author's Secret may not be read, the password counts as the one that is in force. */
    private static UserSecret password(CacheProfile profile, Observed observed, Reading reading) {
        Optional<SecretKey> from = AuthorSecret.named(profile.getSpec());
        if (from.isEmpty()) {
            return new UserSecret.NotAsked();
        }
        int before = reading.refusals().size();
        Optional<Secret> secret =
                reading.get(Secret.class, from.get().name(), "whether the password that the spec names can be used");
        return reading.refusals().size() == before
                ? AuthorSecret.check(from.get(), secret)
                : new UserSecret.Found(
                        observed.credentials().map(Credentials::application).orElse(STAND_IN));
    }

    /** Returns the objects that the profile has in the end. */
    List<HasMetadata> objects() {
        List<HasMetadata> objects = new ArrayList<>(maps(deliveries));
        plan.ifPresent(known -> {
            objects.addAll(known.supporting());
            known.server().ifPresent(server -> objects.addAll(server.objects().inOrder()));
        });
        return objects;
    }

    /** Returns what is worth knowing about a valid spec. */
    Warnings warnings() {
        return validated
                .filter(ValidatedProfile.Valid.class::isInstance)
                .map(valid -> ((ValidatedProfile.Valid) valid).warnings())
                .orElseGet(Warnings::none);
    }

    /** Returns what is delivered as objects. Of a ConfigMap of somebody else these are only our keys. */
    static List<HasMetadata> maps(List<TargetKeys> deliveries) {
        return deliveries.stream()
                .<HasMetadata>map(target -> new ConfigMapBuilder()
                        .withKind(target.merged() ? "Keys in ConfigMap" : "ConfigMap")
                        .withNewMetadata()
                        .withName(target.configMap())
                        .endMetadata()
                        .withData(target.keys())
                        .build())
                .toList();
    }
}
