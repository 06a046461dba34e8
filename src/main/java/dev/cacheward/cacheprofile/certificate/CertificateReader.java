package dev.cacheward.cacheprofile.certificate;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.ClientAuth;
import dev.cacheward.api.v1alpha1.ServerTls;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.ServerValidator;
import dev.cacheward.cacheprofile.plan.tls.CertificateRules;
import dev.cacheward.cacheprofile.plan.tls.CertificateUse;
import dev.cacheward.cacheprofile.plan.tls.OrderProgress;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.Optional;

/**
 * Reads the Secret with the certificate, with a GET at each reconciliation: it has no label of ours, so the watch on our Secrets
 * does not include it. A change in it is noticed at the next reconciliation.
 */
public final class CertificateReader {
    private static final String FIELD = ServerValidator.FIELD + ".tls";

    private final KubernetesClient client;
    private final ClusterDomain domain;
    private final Clock clock;
    private final CertificateOrders orders;

    /** @param domain of the host that certificates must name */
    public CertificateReader(KubernetesClient client, ClusterDomain domain, Clock clock) {
        this.client = client;
        this.domain = domain;
        this.clock = clock;
        this.orders = new CertificateOrders(client);
    }

    /** @param kept what pods have now; empty before the first */
    public CertificateSource read(CacheProfile profile, Optional<KeptCertificate> kept) {
        return Optional.ofNullable(
                        CacheProfileValidator.managed(profile.getSpec()).tls())
                .filter(tls -> (tls.secretName() == null) != (tls.issuerRef() == null))
                .map(tls -> read(profile, tls, kept.map(KeptCertificate::certificate)))
                .orElseGet(CertificateSource.NotAsked::new);
    }

    /**
     * Returns the order for a certificate that the spec does not ask for any more.
     *
     * @param kept the operator's own Secret, which tells whether there was an order
     */
    public Optional<GenericKubernetesResource> abandoned(CacheProfile profile, Secret kept) {
        boolean wanted = Optional.ofNullable(
                        CacheProfileValidator.managed(profile.getSpec()).tls())
                .map(ServerTls::issuerRef)
                .isPresent();
        return KeptCertificate.order(kept)
                .filter(name -> !wanted)
                .flatMap(name -> orders.find(profile.getMetadata().getNamespace(), name))
                .filter(order -> Ownership.of(order, Owner.of(profile)) == Ownership.OURS);
    }

    private CertificateSource read(CacheProfile profile, ServerTls tls, Optional<ServerCertificate> running) {
        boolean named = tls.secretName() != null;
        String namespace = profile.getMetadata().getNamespace();
        ChildNames names = new ChildNames(profile.getMetadata().getName());
        CertificateRules rules = new CertificateRules(new CertificateUse(
                FIELD + (named ? ".secretName" : ".issuerRef"),
                domain.host(names.redis(), namespace),
                Optional.ofNullable(tls.clientAuth()).orElse(ClientAuth.NONE),
                running,
                clock.instant()));
        String secret = named ? tls.secretName() : names.issued();
        try {
            Optional<Secret> there = find(namespace, secret);
            return named ? rules.check(secret, there) : issued(profile, tls, rules.check(secret, there), there);
        } catch (KubernetesClientException refused) {
            String words = ApiRefusal.forbidden(refused).orElseThrow(() -> refused);
            return new CertificateSource.Unusable(new Cause(
                    Reason.WRITE_REFUSED,
                    FIELD + " (Secret " + Quote.whole(secret) + "): the API server refuses to show it: " + words + "."
                            + CertificateRules.STAYS));
        }
    }

    /** Says what cert-manager says, where its Secret has no certificate that can be used. */
    private CertificateSource issued(
            CacheProfile profile, ServerTls tls, CertificateSource found, Optional<Secret> there) {
        Optional<Secret> foreign = there.filter(OrderProgress::isForeign);
        if (foreign.isPresent()) {
            return new CertificateSource.NotIssuable(
                    OrderProgress.taken(foreign.get().getMetadata().getName()));
        }
        return found instanceof CertificateSource.Found
                ? found
                : orders.explain(
                        profile.getMetadata().getNamespace(),
                        new ChildNames(profile.getMetadata().getName()).issued(),
                        tls.issuerRef(),
                        found);
    }

    private Optional<Secret> find(String namespace, String name) {
        return Optional.ofNullable(
                client.secrets().inNamespace(namespace).withName(name).get());
    }
}
