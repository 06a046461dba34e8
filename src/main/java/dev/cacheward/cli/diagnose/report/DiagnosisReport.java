package dev.cacheward.cli.diagnose.report;

import dev.cacheward.cli.cluster.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was found out about a profile.
 *
 * @param findings the gravest first
 * @param server empty if no server answered, or if the caller may not ask
 * @param commands empty as {@code server}
 * @param keys empty if no keys were looked at
 * @param log the last warnings in the log of a server that has trouble
 * @param notLookedAt the rights that the caller lacks
 */
public record DiagnosisReport(
        String apiVersion,
        Subject profile,
        List<Found> findings,
        Optional<ServerFigures> server,
        Optional<Commands> commands,
        Optional<Keys> keys,
        List<DeliveredMap> delivered,
        List<PolicyView> policies,
        List<EventView> events,
        List<String> log,
        List<Refusal> notLookedAt) {
    /** The shape of the JSON. */
    public static final String VERSION = "diagnosis.cacheward.dev/v1";

    /** Keeps copies. */
    public DiagnosisReport {
        findings = List.copyOf(findings);
        delivered = List.copyOf(delivered);
        policies = List.copyOf(policies);
        events = List.copyOf(events);
        log = List.copyOf(log);
        notLookedAt = List.copyOf(notLookedAt);
    }

    /** Whether a person has something to do, or to wait for. */
    public boolean hasFindings() {
        return findings.stream().anyMatch(found -> found.severity() != Found.Severity.NOTE);
    }

    /**
     * A policy that refers to the profile.
     *
     * @param ready True, False or Unknown
     */
    public record PolicyView(String name, String ready, String reason) {}

    /**
     * What Kubernetes tells of the profile or of its server.
     *
     * @param object such as {@code Pod/shop-redis-0}
     * @param time of the last occurrence, in RFC 3339; empty if it is not said
     */
    public record EventView(String type, String reason, String object, String message, String time) {}
}
