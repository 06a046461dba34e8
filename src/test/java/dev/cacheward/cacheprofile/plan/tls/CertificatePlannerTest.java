package dev.cacheward.cacheprofile.plan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.CertificateRenderer;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From what the author's Secret, our own and the running server have, to what each gets next. */
class CertificatePlannerTest {
    private static final CacheProfile ENCRYPTED = SampleProfiles.managed("tls: {secretName: certs}");
    private static final ServerCertificate OLD = new ServerCertificate("old", new Password("old key"), "OLD CA");
    private static final ServerCertificate NEW = new ServerCertificate("new", new Password("new key"), "NEW CA");

    @Test
    void aNewCertificateIsTrustedBesideTheOldOneUntilTheServerHasIt() {
        // Given
        Secret kept = kept(OLD, "OLD CA");

        // When
        ProfilePlan before = plan(kept, NEW, pathsOf(OLD));
        ProfilePlan after = plan(certificate(before), NEW, pathsOf(NEW));

        // Then
        assertThat(trusted(before)).isEqualTo("NEW CA\nOLD CA");
        assertThat(published(before)).isEqualTo("NEW CA\nOLD CA");
        assertThat(before.certificate()).contains(pathsOf(NEW));
        assertThat(trusted(after)).isEqualTo("NEW CA");
        assertThat(published(after)).isEqualTo("NEW CA");
        assertThat(after.certificate()).isEmpty();
    }

    @Test
    void aServerThatWasJustStartedIsToldTheNamesOnce() {
        // When
        ProfilePlan plan =
                plan(kept(OLD, "OLD CA"), OLD, CertificatePaths.atStart().parameters());

        // Then
        assertThat(plan.certificate()).contains(pathsOf(OLD));
    }

    @Test
    void aSecretThatCannotBeUsedLeavesTheCertificateThatThereIs() {
        // Given
        CertificateSource gone = new CertificateSource.Unusable(new Cause(Reason.SECRET_NOT_FOUND, "gone"));

        // When
        ProfilePlan plan = SampleProfiles.plan(
                ENCRYPTED,
                ObservedBuilder.nothing()
                        .tls(Optional.of(kept(OLD, "OLD CA")), gone)
                        .observed());

        // Then
        assertThat(KeptCertificate.of(certificate(plan)))
                .map(KeptCertificate::certificate)
                .contains(OLD);
    }

    @Test
    void theCertificateGoesWithTheLastPodThatShowsIt() {
        // Given
        ProfilePlan encrypted = plan(kept(OLD, "OLD CA"), OLD, pathsOf(OLD));
        Secret kept = certificate(encrypted);
        CertificateSource none = new CertificateSource.NotAsked();

        // When
        ProfilePlan still = SampleProfiles.plan(
                SampleProfiles.minimal(),
                ObservedBuilder.serving(encrypted).tls(Optional.of(kept), none).observed());
        ProfilePlan noMore = SampleProfiles.plan(
                SampleProfiles.minimal(),
                ObservedBuilder.serving(SampleProfiles.plan(
                                SampleProfiles.minimal(),
                                ObservedBuilder.nothing().observed()))
                        .tls(Optional.of(kept), none)
                        .observed());

        // Then
        assertThat(still.leftovers()).isEmpty();
        assertThat(published(still)).isEqualTo("OLD CA");
        assertThat(noMore.leftovers()).containsExactly(kept);
    }

    private static ProfilePlan plan(Secret kept, ServerCertificate wanted, SortedMap<String, String> paths) {
        Tls tls = Tls.trusting("OLD CA");
        return SampleProfiles.plan(
                ENCRYPTED,
                ObservedBuilder.nothing()
                        .tls(Optional.of(kept), new CertificateSource.Found("certs", wanted))
                        .redis(new ObservedRedis.Answered(
                                new RunningServer(
                                        new RedisAddress("10.0.0.7", 6380, Optional.of(tls)),
                                        SampleProfiles.credentials(),
                                        "ALIAS"),
                                ServerInfo.parse("redis_version:7.0.15"),
                                new TreeMap<>(paths)))
                        .observed());
    }

    private static SortedMap<String, String> pathsOf(ServerCertificate certificate) {
        return CertificatePaths.of(certificate.fingerprint()).parameters();
    }

    private static Secret kept(ServerCertificate certificate, String trusted) {
        return CertificateRenderer.secret(
                SampleProfiles.valid(ENCRYPTED), new KeptCertificate(certificate, trusted, "shop-redis.team"), false);
    }

    private static Secret certificate(ProfilePlan plan) {
        return secret(plan, "shop-redis-certificate");
    }

    private static String trusted(ProfilePlan plan) {
        return KeptCertificate.of(certificate(plan)).orElseThrow().trusted();
    }

    private static String published(ProfilePlan plan) {
        return SecretText.decode(secret(plan, "shop-redis"), "ca.crt").orElseThrow();
    }

    private static Secret secret(ProfilePlan plan, String name) {
        return plan.supporting().stream()
                .filter((HasMetadata object) -> object.getMetadata().getName().equals(name))
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
