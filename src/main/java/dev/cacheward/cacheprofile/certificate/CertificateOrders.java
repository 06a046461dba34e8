package dev.cacheward.cacheprofile.certificate;

import dev.cacheward.api.v1alpha1.IssuerReference;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.plan.tls.OrderProgress;
import dev.cacheward.cacheprofile.render.CertificateRenderer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** Asks cert-manager how far the order for a certificate is. Nothing of it need be installed. */
final class CertificateOrders {
    private final KubernetesClient client;

    CertificateOrders(KubernetesClient client) {
        this.client = client;
    }

    /** Says why there is no certificate yet, or none that can be used. */
    CertificateSource explain(String namespace, String name, IssuerReference issuer, CertificateSource found) {
        if (client.getApiResources(CertificateRenderer.API_VERSION) == null) {
            return new CertificateSource.NotIssuable(OrderProgress.notInstalled());
        }
        return new CertificateSource.Unusable(OrderProgress.of(find(namespace, name), issuer, found));
    }

    /** Returns the order of this name; empty if there is none, or nobody who takes any. */
    Optional<GenericKubernetesResource> find(String namespace, String name) {
        return Optional.ofNullable(
                client.genericKubernetesResources(CertificateRenderer.API_VERSION, CertificateRenderer.KIND)
                        .inNamespace(namespace)
                        .withName(name)
                        .get());
    }
}
