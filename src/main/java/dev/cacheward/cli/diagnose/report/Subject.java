package dev.cacheward.cli.diagnose.report;

import java.util.Optional;

/**
 * The profile itself.
 *
 * @param redis {@code managed} or {@code external}
 * @param ready True, False or Unknown, as the status says
 * @param created in RFC 3339
 * @param version of the server; empty if nobody has said it yet
 * @param route how the server was reached; empty if it was not asked
 * @param operator what is known of the operator, as a sentence
 */
public record Subject(
        String namespace,
        String name,
        String redis,
        String ready,
        String reason,
        String created,
        long ageSeconds,
        long generation,
        long observedGeneration,
        Optional<String> version,
        Optional<String> endpoint,
        Optional<String> route,
        String operator) {}
