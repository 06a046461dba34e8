package dev.cacheward.cacheprofile.plan.tls;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.EncryptedPod;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.cacheprofile.render.CertificateRenderer;
import dev.cacheward.redis.conf.CertificatePaths;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Decides which certificate pods are given, and what a running server is told of it. */
public final class CertificatePlanner {
    private CertificatePlanner() {}

    /** Returns what pods are given; empty for a server that encrypts nothing, or while there is no certificate. */
    private static Optional<KeptCertificate> next(Profile profile, Observed observed) {
        ObservedTls tls = observed.server().tls();
        if (!profile.server().encrypts()) {
            return tls.kept().filter(kept -> isInUse(observed));
        }
        Optional<ServerCertificate> wanted = tls.source() instanceof CertificateSource.Found found
                ? Optional.of(found.certificate())
                : tls.kept().map(KeptCertificate::certificate);
        String host = profile.host().replaceFirst("\\.$", "");
        return wanted.map(certificate -> new KeptCertificate(certificate, trusted(certificate, observed), host));
    }

    /** Whether a pod may have it still. */
    private static boolean isInUse(Observed observed) {
        return observed.server().pods().stream().anyMatch(EncryptedPod::is)
                || observed.server().encrypts().orElse(false);
    }

    /** Those of the certificate, and as long as a server may show an earlier one, also those of that. */
    private static String trusted(ServerCertificate next, Observed observed) {
        return observed.server()
                .tls()
                .kept()
                .filter(kept -> !isTaken(next, observed))
                .map(KeptCertificate::trusted)
                .filter(before -> !next.ca().contains(before.strip()))
                .map(before ->
                        before.contains(next.ca().strip()) ? before : next.ca().stripTrailing() + "\n" + before)
                .orElse(next.ca());
    }

    private static boolean isTaken(ServerCertificate certificate, Observed observed) {
        return observed.redis() instanceof ObservedRedis.Answered answered
                && CertificatePaths.of(certificate.fingerprint()).areIn(answered.config());
    }

    /**
     * Returns the names of the files that the serving server is to read; empty if it has them, or encrypts nothing. The Secret with
     * them is written before: the server refuses them until the kubelet has brought them.
     */
    public static Optional<SortedMap<String, String>> toTell(Profile profile, Observed observed) {
        if (!(observed.redis() instanceof ObservedRedis.Answered answered)
                || answered.server().address().tls().isEmpty()
                || answered.config().isEmpty()) {
            return Optional.empty();
        }
        return next(profile, observed)
                .map(kept -> CertificatePaths.of(kept.certificate().fingerprint()))
                .filter(paths -> !paths.areIn(answered.config()))
                .map(CertificatePaths::parameters);
    }

    /** Returns what is written for the certificate: the Secret for the pods, and an order for one where somebody takes orders. */
    public static List<HasMetadata> objects(Profile profile, Observed observed) {
        List<HasMetadata> objects = new ArrayList<>();
        next(profile, observed)
                .ifPresent(kept -> objects.add(CertificateRenderer.secret(
                        profile,
                        kept,
                        profile.server().issuer().isPresent()
                                || observed.server().tls().abandoned().isPresent())));
        profile.server()
                .issuer()
                .filter(issuer -> !(observed.server().tls().source() instanceof CertificateSource.NotIssuable))
                .ifPresent(issuer -> objects.add(CertificateRenderer.order(profile, issuer)));
        return objects;
    }

    /** Returns the CAs that applications are told, as soon as they reach a server that encrypts; empty before. */
    public static Optional<String> published(Profile profile, Observed observed) {
        return next(profile, observed).map(KeptCertificate::trusted).filter(trusted -> encrypts(profile, observed));
    }

    /** Whether applications reach a server that encrypts, or will: there may be none yet. */
    public static boolean encrypts(Profile profile, Observed observed) {
        return observed.server().encrypts().orElseGet(() -> profile.server().encrypts());
    }
}
