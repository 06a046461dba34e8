package dev.cacheward.cacheprofile.render;

import dev.cacheward.api.v1alpha1.IssuerReference;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.drift.Drift;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.conf.CertificatePaths;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renders the Secret with the certificate that pods mount, and the order for one to cert-manager. */
public final class CertificateRenderer {
    /** The API of cert-manager. */
    public static final String API_VERSION = "cert-manager.io/v1";

    public static final String KIND = "Certificate";

    static final String VOLUME = "tls";

    /** The files belong to root, and the server reads them through the group that fsGroup sets. */
    private static final int MODE = 0440;

    private CertificateRenderer() {}

    /**
     * Returns the Secret. Each file is there twice: a server that runs is told the names that only these files have.
     *
     * @param ordered whether there is an order for the certificate, or will be
     */
    public static Secret secret(Profile profile, KeptCertificate kept, boolean ordered) {
        ServerCertificate certificate = kept.certificate();
        SortedMap<String, String> data = new TreeMap<>(Map.of(
                KeptCertificate.CHAIN, certificate.chain(),
                KeptCertificate.KEY, certificate.key().value(),
                KeptCertificate.CA, certificate.ca(),
                KeptCertificate.TRUSTED, kept.trusted()));
        CertificatePaths own = CertificatePaths.of(certificate.fingerprint());
        data.put(CertificatePaths.name(own.certificate()), certificate.chain());
        data.put(CertificatePaths.name(own.key()), certificate.key().value());
        data.put(CertificatePaths.name(own.ca()), certificate.ca());
        SortedMap<String, String> annotations = new TreeMap<>(Map.of(KeptCertificate.HOST, kept.host()));
        if (ordered) {
            annotations.put(KeptCertificate.ORDER, profile.names().issued());
        }
        return Drift.stamp(new SecretBuilder()
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().certificate()))
                .editMetadata()
                .addToAnnotations(annotations)
                .endMetadata()
                .withType("Opaque")
                .withData(SecretText.encode(data))
                .build());
    }

    static Volume volume(ChildNames names) {
        return new VolumeBuilder()
                .withName(VOLUME)
                .withNewSecret()
                .withSecretName(names.certificate())
                .withDefaultMode(MODE)
                .endSecret()
                .build();
    }

    /** Returns the order for a certificate that is good for every name that the server is reached by. */
    public static GenericKubernetesResource order(Profile profile, IssuerReference issuer) {
        Map<String, Object> issuerRef = new TreeMap<>();
        issuerRef.put("name", issuer.name());
        issuerRef.put("kind", Optional.ofNullable(issuer.kind()).orElse("Issuer"));
        issuerRef.put("group", Optional.ofNullable(issuer.group()).orElse("cert-manager.io"));
        Map<String, Object> spec = new TreeMap<>(Map.of(
                "secretName", profile.names().issued(),
                "issuerRef", issuerRef,
                "dnsNames", names(profile),
                "usages", List.of("digital signature", "key encipherment", "server auth", "client auth"),
                "privateKey", new TreeMap<>(Map.of("rotationPolicy", "Always", "algorithm", "ECDSA", "size", 256))));
        return Drift.stamp(new GenericKubernetesResourceBuilder()
                .withApiVersion(API_VERSION)
                .withKind(KIND)
                .withMetadata(ChildMetadata.of(profile.owner(), profile.names().issued()))
                .addToAdditionalProperties("spec", spec)
                .build());
    }

    private static List<String> names(Profile profile) {
        String namespace = profile.owner().namespace();
        String service = profile.names().redis();
        String pods = profile.names().headlessService();
        return List.of(
                profile.host(),
                service + "." + namespace + ".svc",
                service + "." + namespace,
                service,
                "*." + profile.basics().domain().host(pods, namespace),
                "*." + pods + "." + namespace + ".svc",
                "*." + pods + "." + namespace);
    }
}
