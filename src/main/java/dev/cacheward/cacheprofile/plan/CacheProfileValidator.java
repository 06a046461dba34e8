package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.RedisSource;
import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.report.EvictionAdvice;
import dev.cacheward.cacheprofile.report.VolumeSizeReport;
import dev.cacheward.runtime.Settings;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a spec into a {@link Profile}, or returns all problems in it. Most rules are in the CRD too. All of them are here,
 * since the API server may hold resources that are older than a rule, and since a CRD cannot express some.
 */
public final class CacheProfileValidator {
    private final ServerValidator servers;
    private final BasicsValidator basics;

    /**
     * @param settings what holds for the Redis of every profile
     * @param basics checks the rest of the spec
     */
    public CacheProfileValidator(Settings.Redis settings, BasicsValidator basics) {
        this.servers = new ServerValidator(settings);
        this.basics = basics;
    }

    public ValidatedProfile validate(CacheProfile resource, Observed observed) {
        CacheProfileSpec spec = resource.getSpec();
        BasicsValidator.Result result = basics.validate(resource);
        List<Problem> problems = new ArrayList<>(result.problems());
        ServerValidator.Result server = servers.validate(managed(spec), observed);
        problems.addAll(server.problems());
        if (!problems.isEmpty()) {
            return new ValidatedProfile.Invalid(problems);
        }
        Profile profile = new Profile(
                result.basics(),
                server.server().orElseThrow(),
                Optional.ofNullable(spec.deletionPolicy()).orElse(DeletionPolicy.DELETE));
        return new ValidatedProfile.Valid(profile, warnings(profile, spec, observed));
    }

    private static Warnings warnings(Profile profile, CacheProfileSpec spec, Observed observed) {
        return memory(profile.server())
                .and(EvictionAdvice.warnings(profile.ttls(), profile.evictionPolicy()))
                .and(volume(profile, managed(spec), observed))
                .and(ServiceVariables.warnings(
                        profile.owner().name(), profile.names().redis()));
    }

    private static Warnings memory(Server server) {
        return server.persistent() && MaxMemory.risky(server.settings().maxMemoryBytes(), server.resources())
                ? new Warnings(List.of(
                        "maxMemory is above 60% of the memory limit: a snapshot under writes may get the pod killed."))
                : Warnings.none();
    }

    private static Warnings volume(Profile profile, ManagedRedis spec, Observed observed) {
        String pod =
                observed.server().activePod().orElseGet(() -> profile.names().pod());
        return observed.server()
                .claim()
                .filter(claim -> profile.server().persistent())
                .map(claim ->
                        VolumeSizeReport.warnings(spec.persistence(), claim, pod, observed.volume(), observed.at()))
                .orElseGet(Warnings::none);
    }

    /** Returns the spec of the managed Redis; its components are null if they are not set. */
    public static ManagedRedis managed(CacheProfileSpec spec) {
        return Optional.ofNullable(spec.redis()).map(RedisSource::managed).orElseGet(ManagedRedis::empty);
    }
}
