package dev.cacheward.cacheprofile.managed;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.certificate.CertificateReader;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.tls.KeptCertificate;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ServerValidator;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the observed state of a profile: its objects from the caches, and the INFO of its running server. A cache also lacks
 * objects that have lost the operator's label or that an earlier process wrote a moment ago. If the absence of such an object
 * would cause a new password, an untested change or the loss of data, a GET confirms it first. So a profile with all its
 * objects costs no request to the API server.
 */
final class Observer {
    private final KubernetesClient client;
    private final Children children;
    private final Clock clock;
    private final VolumeMemory volumes = new VolumeMemory();
    private final RollObserver rolls;
    private final ServerObserver servers;
    private final CertificateReader certificates;

    /** @param domain of the hosts of Services */
    Observer(KubernetesClient client, Children children, RedisTurns turns, Clock clock, ClusterDomain domain) {
        this.client = client;
        this.children = children;
        this.clock = clock;
        this.certificates = new CertificateReader(client, domain, clock);
        this.rolls = new RollObserver(turns);
        this.servers = new ServerObserver(turns);
    }

    Observed observe(CacheProfile profile) {
        try {
            return observe(profile, Optional.empty());
        } catch (KubernetesClientException refused) {
            String words = ApiRefusal.forbidden(refused).orElseThrow(() -> refused);
            return observe(
                    profile,
                    Optional.of(new Cause(
                            Reason.WRITE_REFUSED,
                            "The server and its passwords stay as they are while the operator may not see whether they are"
                                    + " there: " + words)));
        }
    }

    private Observed observe(CacheProfile profile, Optional<Cause> hidden) {
        Owner owner = Owner.of(profile);
        ObservedServer server = server(profile, owner, hidden.isEmpty());
        Optional<Credentials> credentials = CredentialsResolver.runningCredentials(server);
        Observed.Look look = Observed.Look.at(profile, server.pods(), clock.instant());
        ObservedRedis redis = servers.observe(owner.uid(), look, server, credentials, true);
        VolumeFacts volume = volumes.facts(owner.uid(), server, redis, look.at());
        RollFacts roll = rolls.observe(profile, look, server, credentials);
        return new Observed(look, server, credentials, redis, volume, roll, optional(owner), hidden);
    }

    /** Observes a profile whose Redis somebody else runs: only its objects, among them those of a server that it had before. */
    Observed observeObjects(CacheProfile profile) {
        Owner owner = Owner.of(profile);
        ObservedServer server = server(profile, owner, false);
        return new Observed(
                Observed.Look.at(profile, server.pods(), clock.instant()),
                server,
                Optional.empty(),
                new ObservedRedis.NotAsked(),
                VolumeFacts.none(),
                RollFacts.none(),
                optional(owner),
                Optional.empty());
    }

    /** Observes a paused profile, for which nothing but the serving server is asked, and nothing is told to that. */
    Observed observePaused(CacheProfile profile) {
        Owner owner = Owner.of(profile);
        ObservedServer server = server(profile, owner, false);
        Optional<Credentials> credentials = CredentialsResolver.runningCredentials(server);
        Observed.Look look = Observed.Look.at(profile, server.pods(), clock.instant());
        ObservedRedis redis = servers.observe(owner.uid(), look, server, credentials, false);
        return new Observed(
                look, server, credentials, redis, VolumeFacts.none(), RollFacts.none(), List.of(), Optional.empty());
    }

    private ObservedServer server(CacheProfile profile, Owner owner, boolean asks) {
        ChildNames names = new ChildNames(owner.name());
        List<Pod> pods = children.labelled(Pod.class, owner.namespace(), OwnerKind.PROFILE.label(), owner.name());
        // Without persistence there is usually no claim, so a GET at each reconciliation would be wasted.
        boolean asksForClaim = asks && ServerValidator.persistent(CacheProfileValidator.managed(profile.getSpec()));
        return new ObservedServer(
                find(StatefulSet.class, owner, names.redis(), asks),
                find(Service.class, owner, names.redis(), false),
                find(ConfigMap.class, owner, names.conf(), false),
                find(Secret.class, owner, names.serverSecret(), asks),
                find(Secret.class, owner, names.redis(), asks),
                find(Secret.class, owner, names.envSecret(), asks),
                find(PersistentVolumeClaim.class, owner, names.claim(), asksForClaim),
                pods.stream().filter(pod -> is(pod, Labels.SERVER)).toList(),
                find(Pod.class, owner, names.preflight(), false),
                tls(profile, find(Secret.class, owner, names.certificate(), false)));
    }

    private ObservedTls tls(CacheProfile profile, Optional<Secret> kept) {
        return new ObservedTls(
                kept,
                certificates.read(profile, kept.flatMap(KeptCertificate::of)),
                kept.flatMap(secret -> certificates.abandoned(profile, secret)));
    }

    /** Forgets a profile that is deleted or paused. */
    void forget(String profileUid) {
        volumes.forget(profileUid);
    }

    /** @param asks whether to ask the API server for what the cache lacks */
    private <T extends HasMetadata> Optional<T> find(Class<T> type, Owner owner, String name, boolean asks) {
        return children.find(type, owner.namespace(), name)
                .filter(object -> Ownership.of(object, owner).isOurs())
                .or(() -> asks ? live(type, owner, name) : Optional.empty());
    }

    private <T extends HasMetadata> Optional<T> live(Class<T> type, Owner owner, String name) {
        return Optional.ofNullable(client.resources(type)
                        .inNamespace(owner.namespace())
                        .withName(name)
                        .get())
                .filter(object -> Ownership.of(object, owner).isOurs());
    }

    private List<HasMetadata> optional(Owner owner) {
        List<HasMetadata> found = new ArrayList<>();
        children.labelled(ConfigMap.class, owner.namespace(), OwnerKind.PROFILE.label(), owner.name()).stream()
                .filter(map -> is(map, Labels.DELIVERY))
                .forEach(found::add);
        found.addAll(
                children.labelled(NetworkPolicy.class, owner.namespace(), OwnerKind.PROFILE.label(), owner.name()));
        return found.stream()
                .filter(object -> Ownership.of(object, owner) == Ownership.OURS)
                .toList();
    }

    private static boolean is(HasMetadata object, String component) {
        return component.equals(object.getMetadata().getLabels().get(Labels.COMPONENT));
    }
}
