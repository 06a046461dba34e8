package dev.cacheward.cacheprofile.model;

import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.tls.CertificateSource;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.render.ServerObjects;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what an observer would have seen. */
public final class ObservedBuilder {
    public static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    private final List<Pod> pods = new ArrayList<>();
    private final List<HasMetadata> optional = new ArrayList<>();
    private Instant at = NOW;
    private Optional<StatefulSet> statefulSet = Optional.empty();
    private Optional<ConfigMap> conf = Optional.empty();
    private Optional<Secret> serverSecret = Optional.empty();
    private Optional<Secret> binding = Optional.empty();
    private Optional<Secret> environment = Optional.empty();
    private Optional<PersistentVolumeClaim> claim = Optional.empty();
    private Optional<Pod> preflight = Optional.empty();

    private VolumeFacts volume = VolumeFacts.none();
    private RollFacts roll = RollFacts.none();
    private Optional<Service> service = Optional.empty();
    private ObservedRedis redis = new ObservedRedis.NotAsked();

    private ObservedTls tls = ObservedTls.none();

    private ObservedBuilder() {}

    public static ObservedBuilder nothing() {
        return new ObservedBuilder();
    }

    /** The Secret that the spec names has a certificate. */
    public static ObservedBuilder certificate(ServerCertificate found) {
        return nothing().tls(Optional.empty(), new CertificateSource.Found("shop-certificate", found));
    }

    /** All that a plan writes, with a pod of it that serves. */
    public static ObservedBuilder serving(ProfilePlan plan) {
        return serving(
                plan,
                plan.supporting().stream()
                        .filter(object -> object instanceof Secret)
                        .map(Secret.class::cast)
                        .findFirst());
    }

    /** The same with what became of the Secret with the connection. */
    public static ObservedBuilder serving(ProfilePlan plan, Optional<Secret> binding) {
        return serving(plan.server().orElseThrow().objects(), binding);
    }

    /** The same for a server that some version of the operator made. */
    public static ObservedBuilder serving(ServerObjects objects, Optional<Secret> binding) {
        ObservedBuilder seen = new ObservedBuilder();
        seen.statefulSet = Optional.of(new StatefulSetBuilder(objects.statefulSet())
                .editMetadata()
                .withUid(PodPhases.SET_UID)
                .endMetadata()
                .build());
        seen.conf = Optional.of(objects.conf());
        seen.serverSecret = Optional.of(objects.secret());
        seen.binding = binding;
        seen.claim = objects.claim().map(claim -> recorded(claim, objects.statefulSet()));
        seen.pods.add(PodPhases.ready(PodPhases.podOf(objects.statefulSet())));
        return seen;
    }

    /** The claim with the format of the server that serves on it, which is its first container's business. */
    private static PersistentVolumeClaim recorded(PersistentVolumeClaim claim, StatefulSet server) {
        return server.getSpec().getTemplate().getSpec().getInitContainers().stream()
                .filter(container -> container.getName().equals(VolumeLook.CONTAINER))
                .findFirst()
                .map(look -> new PersistentVolumeClaimBuilder(claim)
                        .editMetadata()
                        .addToAnnotations(ClaimState.DATA_FORM, look.getArgs().get(0))
                        .endMetadata()
                        .build())
                .orElse(claim);
    }

    public ObservedBuilder at(Instant moment) {
        at = moment;
        return this;
    }

    public ObservedBuilder statefulSet(StatefulSet seen) {
        statefulSet = Optional.of(seen);
        return this;
    }

    public ObservedBuilder serverSecret(Secret seen) {
        serverSecret = Optional.of(seen);
        return this;
    }

    public ObservedBuilder binding(Secret seen) {
        binding = Optional.of(seen);
        return this;
    }

    public ObservedBuilder environment(Secret seen) {
        environment = Optional.of(seen);
        return this;
    }

    public ObservedBuilder claim(PersistentVolumeClaim seen) {
        claim = Optional.of(seen);
        return this;
    }

    public ObservedBuilder preflight(Pod seen) {
        preflight = Optional.of(seen);
        return this;
    }

    public ObservedBuilder optional(HasMetadata seen) {
        optional.add(seen);
        return this;
    }

    public ObservedBuilder redis(ObservedRedis seen) {
        redis = seen;
        return this;
    }

    public ObservedBuilder service(Service seen) {
        service = Optional.of(seen);
        return this;
    }

    public ObservedBuilder roll(RollFacts seen) {
        roll = seen;
        return this;
    }

    public ObservedBuilder tls(Optional<Secret> kept, CertificateSource source) {
        tls = new ObservedTls(kept, source, Optional.empty());
        return this;
    }

    public ObservedBuilder volume(VolumeFacts seen) {
        volume = seen;
        return this;
    }

    /** These pods of the server, and no other. */
    public ObservedBuilder pods(Pod... seen) {
        pods.clear();
        pods.addAll(List.of(seen));
        return this;
    }

    public Observed observed() {
        ObservedServer server = new ObservedServer(
                statefulSet,
                service,
                conf,
                serverSecret,
                binding,
                environment,
                claim,
                List.copyOf(pods),
                preflight,
                tls);
        return new Observed(
                new Observed.Look("default", "shop", "as it is", at),
                server,
                CredentialsResolver.runningCredentials(server),
                redis,
                volume,
                roll,
                List.copyOf(optional),
                Optional.empty());
    }
}
