package dev.cacheward.cacheprofile.plan.tls;

import dev.cacheward.api.v1alpha1.IssuerReference;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says how far an order for a certificate is, in cert-manager's own words. */
public final class OrderProgress {
    private static final String FIELD = "spec.redis.managed.tls.issuerRef: ";

    /** The longest part of what cert-manager says that is told. */
    private static final int LONGEST = 500;

    /** The annotation by which cert-manager marks its Secrets. */
    private static final String WRITTEN_FOR = "cert-manager.io/certificate-name";

    private OrderProgress() {}

    /** Says that nobody could make a certificate. */
    public static Cause notInstalled() {
        return new Cause(
                Reason.CERTIFICATE_PENDING,
                FIELD
                        + "cert-manager is not installed in this cluster (there is no API cert-manager.io/v1): install it, or"
                        + " name a Secret with a certificate in tls.secretName." + CertificateRules.STAYS);
    }

    /** Whether a Secret is none that cert-manager wrote for an order of this name. An order would have it overwritten. */
    public static boolean isForeign(Secret secret) {
        return !secret.getMetadata()
                .getName()
                .equals(Optional.ofNullable(secret.getMetadata().getAnnotations())
                        .map(annotations -> annotations.get(WRITTEN_FOR))
                        .orElse(""));
    }

    /** Says that the name of the Secret is taken. */
    public static Cause taken(String secret) {
        return new Cause(
                Reason.NAME_CONFLICT,
                FIELD + "Secret " + Quote.whole(secret)
                        + " is needed for the certificate and belongs to somebody else: delete"
                        + " or rename it, or name it in tls.secretName." + CertificateRules.STAYS);
    }

    /**
     * Says why there is no certificate that can be used.
     *
     * @param order empty before it was given
     * @param found what became of the Secret
     */
    public static Cause of(Optional<GenericKubernetesResource> order, IssuerReference issuer, CertificateSource found) {
        Optional<Cause> unusable =
                found instanceof CertificateSource.Unusable why ? Optional.of(why.cause()) : Optional.empty();
        return unusable.filter(cause -> cause.reason() != Reason.SECRET_NOT_FOUND)
                .orElseGet(() -> new Cause(
                        Reason.CERTIFICATE_PENDING,
                        FIELD + "cert-manager has not issued the certificate yet"
                                + order.flatMap(OrderProgress::words)
                                        .map(words -> ": " + words)
                                        .orElse(" (issuer " + Quote.whole(issuer.name()) + ")")
                                + "." + CertificateRules.STAYS));
    }

    private static Optional<String> words(GenericKubernetesResource order) {
        Object conditions = order.get("status", "conditions");
        return Stream.ofNullable(conditions instanceof List<?> list ? list : null)
                .flatMap(List::stream)
                .filter(Map.class::isInstance)
                .map(condition -> (Map<?, ?>) condition)
                .filter(condition -> "Ready".equals(condition.get("type")) || "Issuing".equals(condition.get("type")))
                .map(condition -> Objects.toString(condition.get("message"), ""))
                .filter(message -> !message.isBlank())
                .map(message -> message.strip().replaceFirst("\\.$", ""))
                .distinct()
                .reduce((first, second) -> first + "; " + second)
                .map(words -> words.substring(0, Math.min(words.length(), LONGEST)));
    }
}
