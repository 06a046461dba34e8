package dev.cacheward.cacheprofile.external;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.plan.external.ExternalDecision;
import dev.cacheward.cacheprofile.plan.external.ExternalLook;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.external.ValidatedExternal;
import dev.cacheward.cacheprofile.report.ProfileOutcome;
import dev.cacheward.cacheprofile.report.ProfileResult;
import dev.cacheward.configmap.Deliveries;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Children;
import dev.cacheward.kubernetes.Writer;
import dev.cacheward.reconcile.ReconcilerDependencies;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.redis.ServerTelemetry;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;

/** The steps of a reconciliation of a profile whose Redis somebody else runs, as far as they differ from those of a managed one. */
public final class ExternalProfiles {
    private final ReferenceReader references;
    private final ExternalValidator validator;
    private final ExternalObserver observer;
    private final ServerTelemetry servers;
    private final ManagedRemains remains;
    private final ExternalApplier applier;

    /**
     * @param children the caches
     * @param servers is told what a server that passes says of itself
     */
    public ExternalProfiles(
            ReconcilerDependencies dependencies,
            Children children,
            BasicsValidator basics,
            ExternalChecks checks,
            ServerTelemetry servers) {
        KubernetesClient client = dependencies.client();
        Tries tries = dependencies.tries();
        Writer writer = new Writer(client, children, dependencies.telemetry(), tries);
        this.references = new ReferenceReader(client);
        this.validator = new ExternalValidator(basics);
        this.observer = new ExternalObserver(client, dependencies.settings().allowedHosts(), checks);
        this.servers = servers;
        this.remains = new ManagedRemains(children);
        this.applier =
                new ExternalApplier(writer, new Deliveries(client, writer, children, tries, dependencies.telemetry()));
    }

    /** @param observed the objects that belong to the profile; no Redis of the operator was asked */
    public ProfileResult reconcile(CacheProfile profile, Observed observed, PreviousStatus<CacheProfileStatus> before) {
        References read = references.read(profile); // reads
        ValidatedExternal validated = validator.validate(profile, read); // pure
        ExternalLook look = observer.look(profile, validated, observed); // asks the Redis, if that is due
        numbers(look).ifPresent(info -> servers.answered(ResourceKey.of(profile), info));
        ExternalDecision decision =
                ExternalDecision.of(validated, look, observed, remains.of(profile, observed)); // pure, reads the caches
        Applied applied = decision.plan()
                .map(plan -> applier.apply(profile, plan, before)) // writes
                .orElseGet(Applied::nothing);
        ProfileOutcome outcome = decision.outcome(applied, look, before); // pure
        return new ProfileResult(
                outcome,
                decision.report(look, applied, before),
                decision.vitals(look, before), // pure
                decision.revision(),
                again(validated, look));
    }

    /** Returns the numbers of a server that passed, where it tells any. */
    private static Optional<ServerInfo> numbers(ExternalLook look) {
        return look.wanted()
                .filter(ExternalState::passed)
                .flatMap(ExternalState::answer)
                .flatMap(ExternalAnswer::info);
    }

    private static Optional<Duration> again(ValidatedExternal validated, ExternalLook look) {
        return validated instanceof ValidatedExternal.Valid ? look.againOfValid() : Optional.empty();
    }
}
