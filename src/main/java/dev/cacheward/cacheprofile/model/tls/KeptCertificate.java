package dev.cacheward.cacheprofile.model.tls;

import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Password;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/**
 * The certificate in the Secret that pods mount.
 *
 * @param trusted the CAs of this certificate, and those of an earlier one that a server may still show
 * @param host the name of the Service, which the certificate is for
 */
public record KeptCertificate(ServerCertificate certificate, String trusted, String host) {
    /** The keys of the certificate, in the Secret that the author names as in the operator's own. */
    public static final String CHAIN = "tls.crt";

    public static final String KEY = "tls.key";
    public static final String CA = "ca.crt";

    /** The key of what is trusted, in the operator's own Secret alone. */
    public static final String TRUSTED = "trusted.crt";

    /** The annotation of that Secret with the host. */
    public static final String HOST = "cacheward.dev/host";

    /** The annotation of that Secret with the name of the order for the certificate. */
    public static final String ORDER = "cacheward.dev/order";

    /** Returns the name of the order that its certificate came by. */
    public static Optional<String> order(Secret secret) {
        return Optional.ofNullable(secret.getMetadata().getAnnotations()).map(annotations -> annotations.get(ORDER));
    }

    /** Reads it from the operator's own Secret; empty if something is missing there. */
    public static Optional<KeptCertificate> of(Secret secret) {
        return certificate(secret)
                .map(found -> new KeptCertificate(
                        found, SecretText.decode(secret, TRUSTED).orElse(found.ca()), host(secret)));
    }

    private static Optional<ServerCertificate> certificate(Secret secret) {
        return SecretText.decode(secret, CHAIN)
                .flatMap(chain -> SecretText.decode(secret, KEY)
                        .flatMap(key -> SecretText.decode(secret, CA)
                                .map(ca -> new ServerCertificate(chain, new Password(key), ca))));
    }

    private static String host(Secret secret) {
        return Optional.ofNullable(secret.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(HOST))
                .orElse("");
    }
}
