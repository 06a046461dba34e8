package dev.cacheward.cli.render;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.ServerTls;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cli.offline.OfflineOperator;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.runtime.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of a profile whose Redis the operator runs. */
record ManagedObjects(Settings settings) {
    /** Passwords that nobody uses. They differ, since the planner tells users apart by them. */
    private static PasswordGenerator placeholders() {
        AtomicInteger made = new AtomicInteger();
        return () -> new Password("placeholder" + made.incrementAndGet());
    }

    Rendered of(CacheProfile profile, ValidatedProfile validated) {
        Observed observed = observed(profile);
        UserSecret secret =
                hasOwnPassword(profile) ? new UserSecret.Found(new Password("placeholder")) : new UserSecret.NotAsked();
        return new CacheProfilePlanner(settings.redis().runAs(), settings.ownNamespace())
                .plan(validated, observed, new CredentialsResolver(placeholders()).resolve(profile, observed, secret))
                .map(ManagedObjects::objects)
                .orElseThrow();
    }

    private static Rendered objects(ProfilePlan plan) {
        List<Rendered.Item> objects =
                new ArrayList<>(DeliveredMaps.of(plan.profile().owner(), plan.deliveries()));
        plan.supporting().stream().map(Rendered.Item::of).forEach(objects::add);
        plan.server().stream()
                .flatMap(server -> server.objects().inOrder().stream())
                .map(Rendered.Item::of)
                .forEach(objects::add);
        return new Rendered(objects, List.of());
    }

    /** With a certificate, as soon as the server needs one: without it the operator waits. */
    private static Observed observed(CacheProfile profile) {
        Observed nothing = OfflineOperator.nothing(profile);
        return tls(profile)
                .map(tls -> new CertificateSource.Found(
                        Optional.ofNullable(tls.secretName()).orElse("issued"),
                        new ServerCertificate("placeholder", new Password("placeholder"), "placeholder")))
                .map(found -> new ObservedTls(Optional.empty(), found, Optional.empty()))
                .map(tls -> with(nothing, tls))
                .orElse(nothing);
    }

    private static Observed with(Observed nothing, ObservedTls tls) {
        ObservedServer none = ObservedServer.none();
        ObservedServer server = new ObservedServer(
                none.statefulSet(),
                none.service(),
                none.conf(),
                none.secret(),
                none.binding(),
                none.environment(),
                none.claim(),
                none.pods(),
                none.preflight(),
                tls);
        return new Observed(
                nothing.look(),
                server,
                nothing.credentials(),
                nothing.redis(),
                nothing.volume(),
                nothing.roll(),
                nothing.optional(),
                nothing.hidden());
    }

    private static Optional<ServerTls> tls(CacheProfile profile) {
        return Optional.ofNullable(
                CacheProfileValidator.managed(profile.getSpec()).tls());
    }

    private static boolean hasOwnPassword(CacheProfile profile) {
        ManagedRedis spec = CacheProfileValidator.managed(profile.getSpec());
        return spec.auth() != null && spec.auth().passwordFrom() != null;
    }
}
