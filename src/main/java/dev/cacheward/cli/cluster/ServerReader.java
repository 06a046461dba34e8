package dev.cacheward.cli.cluster;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.ClientAuth;
import dev.cacheward.api.v1alpha1.ServerTls;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.ServerValidator;
import dev.cacheward.cacheprofile.plan.tls.CertificateRules;
import dev.cacheward.cacheprofile.plan.tls.CertificateUse;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.runtime.ClusterDomain;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the objects of a profile as the operator sees them, by GET and by list, and with the rights of the caller. */
public final class ServerReader {
    private final Reading reading;
    private final ClusterDomain domain;
    private final Instant now;

    /** @param domain of the host that certificates must name */
    public ServerReader(Reading reading, ClusterDomain domain, Instant now) {
        this.reading = reading;
        this.domain = domain;
        this.now = now;
    }

    /** Returns the objects of the server, as far as they are the profile's own. */
    public ObservedServer server(CacheProfile profile) {
        Owner owner = Owner.of(profile);
        ChildNames names = new ChildNames(owner.name());
        List<Pod> pods = reading.list(
                Pod.class, Map.of(OwnerKind.PROFILE.label(), owner.name()), "whether a server runs, and why not");
        return new ObservedServer(
                own(StatefulSet.class, owner, names.redis(), "how the server is to be"),
                own(Service.class, owner, names.redis(), "where applications connect to"),
                own(ConfigMap.class, owner, names.conf(), "the configuration of the server"),
                own(
                        Secret.class,
                        owner,
                        names.serverSecret(),
                        "the operator's login, and with it what only that may ask"),
                own(Secret.class, owner, names.redis(), "the application's login, and with it what the server says"),
                own(Secret.class, owner, names.envSecret(), "whether the variables of applications are right"),
                own(PersistentVolumeClaim.class, owner, names.claim(), "the data volume"),
                pods.stream().filter(pod -> is(pod, Labels.SERVER)).toList(),
                pods.stream().filter(pod -> is(pod, Labels.PREFLIGHT)).findFirst(),
                tls(profile, names));
    }

    /** Returns the profile's own ConfigMaps for applications and its network policies, which may no longer be wanted. */
    public List<HasMetadata> optional(CacheProfile profile) {
        Owner owner = Owner.of(profile);
        Map<String, String> ours = Map.of(OwnerKind.PROFILE.label(), owner.name());
        List<HasMetadata> found = new ArrayList<>();
        reading.list(ConfigMap.class, ours, "which ConfigMaps would be deleted").stream()
                .filter(map -> is(map, Labels.DELIVERY))
                .forEach(found::add);
        found.addAll(reading.list(NetworkPolicy.class, ours, "the network policies of the server"));
        return found.stream()
                .filter(object -> Ownership.of(object, owner) == Ownership.OURS)
                .toList();
    }

    private ObservedTls tls(CacheProfile profile, ChildNames names) {
        Optional<ServerTls> wanted = Optional.ofNullable(
                CacheProfileValidator.managed(profile.getSpec()).tls());
        if (wanted.isEmpty()) {
            return ObservedTls.none();
        }
        Optional<Secret> kept =
                own(Secret.class, Owner.of(profile), names.certificate(), "the certificate that the server shows");
        return new ObservedTls(
                kept, source(profile, wanted.get(), kept.flatMap(KeptCertificate::of)), Optional.empty());
    }

    private CertificateSource source(CacheProfile profile, ServerTls tls, Optional<KeptCertificate> kept) {
        ChildNames names = new ChildNames(profile.getMetadata().getName());
        boolean named = tls.secretName() != null;
        String secret = named ? tls.secretName() : names.issued();
        int before = reading.refusals().size();
        Optional<Secret> there =
                reading.get(Secret.class, secret, "whether the certificate that the spec names is good");
        if (reading.refusals().size() > before) {
            return new CertificateSource.NotAsked();
        }
        return new CertificateRules(new CertificateUse(
                        ServerValidator.FIELD + ".tls" + (named ? ".secretName" : ".issuerRef"),
                        domain.host(names.redis(), profile.getMetadata().getNamespace()),
                        Optional.ofNullable(tls.clientAuth()).orElse(ClientAuth.NONE),
                        kept.map(KeptCertificate::certificate),
                        now))
                .check(secret, there);
    }

    private <T extends HasMetadata> Optional<T> own(Class<T> type, Owner owner, String name, String lost) {
        return reading.get(type, name, lost)
                .filter(object -> Ownership.of(object, owner).isOurs());
    }

    private static boolean is(HasMetadata object, String component) {
        return component.equals(object.getMetadata().getLabels().get(Labels.COMPONENT));
    }
}
