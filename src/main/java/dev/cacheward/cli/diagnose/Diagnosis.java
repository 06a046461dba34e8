package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.api.v1alpha1.RateLimitPolicyStatus;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.cli.cluster.OperatorFacts;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.cluster.ServerReader;
import dev.cacheward.cli.diagnose.report.DeliveredMap;
import dev.cacheward.cli.diagnose.report.DiagnosisReport;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.PreviousStatus;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out all about one profile. */
final class Diagnosis {
    private final Means means;
    private final Reading reading;

    Diagnosis(Means means) {
        this.means = means;
        this.reading = means.reading();
    }

    /** @param keys how many to look at; 0: none */
    DiagnosisReport of(CacheProfile profile, int keys) {
        Instant now = means.clock().instant();
        means.progress().accept("Reading the objects of the profile");
        OperatorFacts operator = OperatorFacts.read(reading);
        ObservedServer server = server(profile, operator, now);
        List<Event> events = EventLook.read(reading, profile, server);
        Observed observed = observed(profile, server, now);
        SpecLook spec = SpecLook.of(profile, observed, operator.settingsOrDefaults());
        List<DeliveredMap> delivered = new DeliveryLook(reading).look(spec.deliveries());
        ServerLook.Result redis = new ServerLook(means, keys).look(profile, server, events);
        OperatorLook operators = OperatorLook.of(profile, operator, now);
        return new DiagnosisReport(
                DiagnosisReport.VERSION,
                SubjectView.of(profile, redis, operators.sentence(), now),
                new Findings(reading, Advice.load()).of(profile, observed, spec, redis, more(operators, delivered)),
                redis.answers().figures(),
                redis.answers().commands(),
                redis.answers().keys(),
                delivered,
                policies(profile),
                EventLook.shown(events, now),
                log(redis),
                List.copyOf(reading.refusals()));
    }

    private ObservedServer server(CacheProfile profile, OperatorFacts operator, Instant now) {
        return new ServerReader(reading, operator.settingsOrDefaults().clusterDomain(), now).server(profile);
    }

    private static List<Found> more(OperatorLook operators, List<DeliveredMap> delivered) {
        List<Found> more = new ArrayList<>(operators.findings());
        more.addAll(DeliveryLook.findings(delivered));
        return more;
    }

    private List<String> log(ServerLook.Result redis) {
        return redis.pod()
                .filter(pod -> !redis.causes().isEmpty())
                .map(pod -> ServerWarnings.read(reading, pod, ChildNames.CONTAINER))
                .orElse(List.of());
    }

    private static Observed observed(CacheProfile profile, ObservedServer server, Instant now) {
        return new Observed(
                Observed.Look.at(profile, server.pods(), now),
                server,
                Optional.empty(),
                new ObservedRedis.NotAsked(),
                VolumeFacts.none(),
                RollFacts.none(),
                List.of(),
                Optional.empty());
    }

    private List<DiagnosisReport.PolicyView> policies(CacheProfile profile) {
        return reading.list(RateLimitPolicy.class, Map.of(), "the policies that count in this Redis").stream()
                .filter(policy -> policy.getSpec()
                        .profileRef()
                        .name()
                        .equals(profile.getMetadata().getName()))
                .map(policy -> {
                    Optional<Condition> ready = Conditions.find(
                            Optional.ofNullable(policy.getStatus())
                                    .map(RateLimitPolicyStatus::conditions)
                                    .orElse(List.of()),
                            ConditionType.READY);
                    return new DiagnosisReport.PolicyView(
                            policy.getMetadata().getName(),
                            ready.map(Condition::status).orElse("Unknown"),
                            ready.map(Condition::reason).orElse(""));
                })
                .toList();
    }

    /** Returns what the status said before. */
    static PreviousStatus<CacheProfileStatus> before(CacheProfile profile) {
        return new PreviousStatus<>(Optional.ofNullable(profile.getStatus()));
    }
}
