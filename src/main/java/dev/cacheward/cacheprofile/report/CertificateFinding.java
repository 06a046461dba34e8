package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.redis.conf.CertificatePaths;
import dev.cacheward.redis.pem.PemCertificates;
import dev.cacheward.redis.pem.PemException;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says how long the certificate of a server is good. The message holds its end, and nothing that ticks. */
public final class CertificateFinding {
    private static final Duration SOON = Duration.ofDays(7);
    private static final String RENEW = " Put a new one into the Secret that spec.redis.managed.tls names, or see why"
            + " cert-manager does not: the server takes it while it runs.";

    private CertificateFinding() {}

    /** Returns what there is to say; empty for a server that encrypts nothing. */
    public static Optional<Finding> of(Observed observed) {
        ObservedTls tls = observed.server().tls();
        return tls.source() instanceof CertificateSource.NotAsked
                ? Optional.empty()
                : Optional.of(judge(tls, observed));
    }

    private static Finding judge(ObservedTls tls, Observed observed) {
        Optional<Cause> obstacle = tls.source().obstacle();
        if (obstacle.isPresent()) {
            return fails(obstacle.get().reason(), obstacle.get().message());
        }
        if (isBehind(tls, observed)) {
            return fails(
                    Reason.CERTIFICATE_PENDING,
                    "The server still shows an earlier certificate: it takes the new one as soon as the kubelet has brought"
                            + " it, within about two minutes.");
        }
        return current(tls)
                .flatMap(CertificateFinding::end)
                .map(end -> lasting(end, observed.at()))
                .orElseGet(() -> fails(Reason.CERTIFICATE_INVALID, "The certificate cannot be read."));
    }

    private static Finding lasting(Instant end, Instant now) {
        if (!end.isAfter(now)) {
            return fails(Reason.CERTIFICATE_EXPIRED, "The certificate ended at " + end + "." + RENEW);
        }
        return end.minus(SOON).isAfter(now)
                ? Finding.holds(
                        ConditionType.CERTIFICATE_VALID,
                        Reason.CERTIFICATE_VALID,
                        "The certificate is good until " + end + ".")
                : fails(Reason.CERTIFICATE_EXPIRING, "The certificate ends at " + end + "." + RENEW);
    }

    private static Finding fails(Reason reason, String message) {
        return new Finding(ConditionType.CERTIFICATE_VALID, ConditionStatus.FALSE, reason, message);
    }

    private static Optional<ServerCertificate> current(ObservedTls tls) {
        return tls.source() instanceof CertificateSource.Found found
                ? Optional.of(found.certificate())
                : tls.kept().map(KeptCertificate::certificate);
    }

    /** Whether the server says that it has the files of another certificate. One that was just started says nothing of it. */
    private static boolean isBehind(ObservedTls tls, Observed observed) {
        return observed.redis() instanceof ObservedRedis.Answered answered
                && answered.server().address().tls().isPresent()
                && !answered.config().isEmpty()
                && !CertificatePaths.atStart().areIn(answered.config())
                && current(tls)
                        .map(certificate -> CertificatePaths.of(certificate.fingerprint()))
                        .filter(paths -> !paths.areIn(answered.config()))
                        .isPresent();
    }

    private static Optional<Instant> end(ServerCertificate certificate) {
        try {
            return Optional.of(PemCertificates.read(certificate.chain())
                    .get(0)
                    .getNotAfter()
                    .toInstant());
        } catch (PemException unreadable) {
            return Optional.empty();
        }
    }
}
