package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.external.ValidatedExternal;
import dev.cacheward.cacheprofile.render.PodRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.runtime.RunAs;
import dev.cacheward.runtime.Settings;
import dev.cacheward.validation.Bounds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Profiles as their authors write them, and what becomes of them, up to the plan. */
public final class SampleProfiles {
    public static final String IMAGE = "docker.io/library/redis:8.0.6";

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private SampleProfiles() {}

    static CacheProfile parse(String yaml) {
        return YAML.unmarshal(yaml, CacheProfile.class);
    }

    /** For a test that changes it, or sends it somewhere. */
    public static <T extends HasMetadata> T copy(T object) {
        return YAML.clone(object);
    }

    /** A profile named shop; every line of the spec as it stands below {@code spec:}, without its indentation. */
    public static CacheProfile profile(String... specLines) {
        return parse("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop, namespace: team, uid: 11111111-2222-3333-4444-555555555555, generation: 1}
                spec:
                """ + "  " + String.join("\n  ", specLines) + "\n");
    }

    public static CacheProfile minimal() {
        return profile("ttls: {users: 5m}");
    }

    /** A profile with these fields of {@code spec.redis.managed}, in YAML's flow style. */
    public static CacheProfile managed(String fields) {
        return profile("ttls: {users: 5m}", "redis: {managed: {" + fields + "}}");
    }

    public static ValidatedProfile validate(CacheProfile profile, Observed observed) {
        return validate(profile, observed, Settings.defaults());
    }

    /** The same by the settings of an operator. */
    static ValidatedProfile validate(CacheProfile profile, Observed observed, Settings settings) {
        return new CacheProfileValidator(settings.redis(), new BasicsValidator(ClusterDomain.DEFAULT, Bounds.none()))
                .validate(profile, observed);
    }

    /** What the operator's own rules say against a profile. */
    public static List<String> problems(CacheProfile profile) {
        return validate(profile, ObservedBuilder.nothing().observed()) instanceof ValidatedProfile.Invalid invalid
                ? invalid.problems().stream().map(Object::toString).toList()
                : List.of();
    }

    public static Profile valid(CacheProfile profile) {
        return valid(profile, ObservedBuilder.nothing().observed());
    }

    public static Profile valid(CacheProfile profile, Observed observed) {
        ValidatedProfile validated = validate(profile, observed);
        if (validated instanceof ValidatedProfile.Valid valid) {
            return valid.profile();
        }
        throw new AssertionError("expected a valid profile, but got " + validated);
    }

    public static Credentials credentials() {
        return new Credentials(new Password("app"), new Password("operator"), new Password("probe"), "ALIAS");
    }

    /** What the server would be made of if nothing had to be tried out first. */
    public static ServerObjects objects(CacheProfile profile) {
        return objects(profile, Rendering.CURRENT);
    }

    /** The same as an earlier release made it. */
    static ServerObjects objects(CacheProfile profile, Rendering rendering) {
        Profile valid = valid(profile);
        return ServerObjects.render(
                valid.withServer(valid.server().withRendering(rendering)),
                credentials(),
                new PodRenderer(new RunAs.Uid(999)),
                Optional.empty(),
                Optional.empty());
    }

    public static ProfilePlan plan(CacheProfile profile, Observed observed) {
        return plan(profile, observed, credentials());
    }

    public static ProfilePlan plan(CacheProfile profile, Observed observed, Credentials credentials) {
        return new CacheProfilePlanner(new RunAs.Uid(999), Optional.empty())
                .plan(validate(profile, observed), observed, Optional.of(credentials))
                .orElseThrow();
    }

    /** Passwords {@code generated-1}, {@code generated-2} and so on. */
    public static PasswordGenerator counting() {
        AtomicInteger made = new AtomicInteger();
        return () -> new Password("generated-" + made.incrementAndGet());
    }

    /** Validates a profile whose Redis somebody else runs. */
    public static ValidatedExternal external(CacheProfile profile, References references) {
        return new ExternalValidator(new BasicsValidator(ClusterDomain.DEFAULT, Bounds.none()))
                .validate(profile, references);
    }
}
