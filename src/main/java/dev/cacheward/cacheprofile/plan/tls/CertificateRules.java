package dev.cacheward.cacheprofile.plan.tls;

import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.pem.PemCertificates;
import dev.cacheward.redis.pem.PemException;
import dev.cacheward.redis.pem.PemPrivateKey;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Judges a Secret with a certificate before a server gets it: one that cannot be used must not reach the one that runs. */
public final class CertificateRules {
    /** Ends each message: a person must know what a mistake does to what runs. */
    public static final String STAYS = " What runs stays as it is.";

    private final CertificateUse use;

    /** @param use what the certificate is for */
    public CertificateRules(CertificateUse use) {
        this.use = use;
    }

    /** Returns the certificate, or why it cannot be used. */
    CertificateSource check(Secret secret) {
        try {
            return new CertificateSource.Found(secret.getMetadata().getName(), read(secret));
        } catch (Refusal refusal) {
            return new CertificateSource.Unusable(refusal.cause);
        }
    }

    /**
     * The same for a Secret that may be missing.
     *
     * @param name of the Secret
     */
    public CertificateSource check(String name, Optional<Secret> secret) {
        return secret.map(this::check).orElseGet(() -> missing(name));
    }

    private CertificateSource missing(String secret) {
        return new CertificateSource.Unusable(new Cause(
                Reason.SECRET_NOT_FOUND,
                use.field() + ": there is no Secret " + Quote.whole(secret)
                        + ": make one of type kubernetes.io/tls with "
                        + KeptCertificate.CHAIN + ", " + KeptCertificate.KEY + " and " + KeptCertificate.CA + "."
                        + STAYS));
    }

    private ServerCertificate read(Secret secret) throws Refusal {
        String chain =
                text(secret, KeptCertificate.CHAIN, "the certificate of the server, and those that lead to its CA");
        String key = text(secret, KeptCertificate.KEY, "the private key of the certificate");
        String ca =
                text(secret, KeptCertificate.CA, "the certificate of its CA, by which applications know the server");
        List<X509Certificate> certificates = chain(secret, chain);
        List<X509Certificate> authorities = authorities(secret, ca);
        X509Certificate own = certificates.get(0);
        if (!PemPrivateKey.fits(key(secret, key), own.getPublicKey())) {
            throw invalid(secret, KeptCertificate.KEY, "belongs to another certificate than that of tls.crt");
        }
        Optional<String> unfit = use.obstacle(certificates, authorities);
        if (unfit.isPresent()) {
            throw invalid(secret, KeptCertificate.CHAIN, unfit.get());
        }
        checkTime(secret, own);
        return new ServerCertificate(chain, new Password(key), ca);
    }

    private void checkTime(Secret secret, X509Certificate own) throws Refusal {
        if (use.isEarly(own)) {
            String begins = "is not valid before " + own.getNotBefore().toInstant();
            throw refusal(Reason.CERTIFICATE_PENDING, secret, KeptCertificate.CHAIN, begins);
        }
        if (use.isOver(own)) {
            throw refusal(Reason.CERTIFICATE_EXPIRED, secret, KeptCertificate.CHAIN, "ended at " + ended(own));
        }
    }

    private static String ended(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant() + ": put a new certificate there";
    }

    private String text(Secret secret, String key, String what) throws Refusal {
        return SecretText.decode(secret, key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> refusal(
                        Reason.SECRET_NOT_FOUND,
                        secret,
                        key,
                        "is missing or empty: it must hold " + what + ", in PEM"));
    }

    private List<X509Certificate> chain(Secret secret, String text) throws Refusal {
        try {
            return PemCertificates.chain(text);
        } catch (PemException unusable) {
            throw invalid(secret, KeptCertificate.CHAIN, unusable.getMessage());
        }
    }

    private List<X509Certificate> authorities(Secret secret, String text) throws Refusal {
        try {
            return PemCertificates.authorities(text);
        } catch (PemException unusable) {
            throw invalid(secret, KeptCertificate.CA, unusable.getMessage());
        }
    }

    private PrivateKey key(Secret secret, String text) throws Refusal {
        try {
            return PemPrivateKey.read(text);
        } catch (PemException unreadable) {
            throw invalid(secret, KeptCertificate.KEY, unreadable.getMessage());
        }
    }

    private Refusal invalid(Secret secret, String key, String what) {
        return refusal(Reason.CERTIFICATE_INVALID, secret, key, what);
    }

    private Refusal refusal(Reason reason, Secret secret, String key, String what) {
        String where = "Secret " + Quote.whole(secret.getMetadata().getName()) + ", key " + Quote.whole(key);
        return new Refusal(new Cause(reason, use.field() + " (" + where + ") " + what + "." + STAYS));
    }

    /** Carries the cause out of the nested checks. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Cause cause;

        Refusal(Cause cause) {
            super(cause.message(), null, false, false);
            this.cause = cause;
        }
    }
}
