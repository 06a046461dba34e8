package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.Applied;
import dev.cacheward.cacheprofile.model.Availability;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.report.EvictionAdvice;
import dev.cacheward.cacheprofile.report.ProfileOutcome;
import dev.cacheward.cacheprofile.report.RedisReport;
import dev.cacheward.cacheprofile.report.external.ExternalReport;
import dev.cacheward.cacheprofile.report.health.Sample;
import dev.cacheward.cacheprofile.report.health.Vitals;
import dev.cacheward.delivery.PresetReport;
import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Problems;
import dev.cacheward.status.Reason;
import dev.cacheward.status.Warnings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done for a profile whose Redis somebody else runs, and what is said of it.
 *
 * @param verdict empty if it is not known where the Redis is
 * @param plan empty for an invalid spec
 */
public record ExternalDecision(
        ValidatedExternal validated, Optional<ExternalVerdict> verdict, Optional<ExternalPlan> plan) {
    private static final Warnings LEAVING = new Warnings(List.of(
            "The Redis that the operator ran goes ten minutes after the move, with all that is in its memory: restart what"
                    + " still uses it."));

    /** @param managed what is left of a managed server, in the order in which it is deleted */
    public static ExternalDecision of(
            ValidatedExternal validated, ExternalLook look, Observed observed, List<HasMetadata> managed) {
        if (validated instanceof ValidatedExternal.Valid valid) {
            ExternalVerdict verdict =
                    ExternalVerdict.of(valid.server(), ExternalPlanner.publication(valid, observed), look);
            return new ExternalDecision(
                    validated,
                    Optional.of(verdict),
                    Optional.of(ExternalPlanner.plan(valid, verdict, observed, managed)));
        }
        return new ExternalDecision(
                validated,
                Optional.empty(),
                validated.basics().map(profile -> ExternalPlanner.withoutConnection(profile, observed)));
    }

    /** Returns the revision of the connection to publish; empty if pods cannot be told by it. */
    public Optional<String> revision() {
        return plan.flatMap(ExternalPlan::revision);
    }

    /** Returns the results of the reconciliation, once the plan is carried out. */
    public ProfileOutcome outcome(Applied applied, ExternalLook look, PreviousStatus<CacheProfileStatus> before) {
        Optional<Cause> invalid = validated instanceof ValidatedExternal.Invalid problems
                ? Optional.of(Problems.cause(problems.problems()))
                : Optional.empty();
        Optional<Cause> server = unresolved().or(applied::server);
        return new ProfileOutcome(
                invalid,
                applied.delivery(),
                server,
                new Availability(invalid.or(() -> failure(look, before)).or(this::unresolved), Optional.empty()),
                applied.bindingWritten(),
                Optional.empty(),
                ServerDrift.unknown(),
                validated.basics().map(ProfileBasics::presets).orElseGet(PresetReport::none),
                warnings(look));
    }

    private Optional<Cause> unresolved() {
        return validated instanceof ValidatedExternal.Unresolved unresolved
                ? Optional.of(unresolved.cause())
                : Optional.empty();
    }

    /** Returns why the Redis cannot be used; what was said before, if it was not asked. */
    private Optional<Cause> failure(ExternalLook look, PreviousStatus<CacheProfileStatus> before) {
        return verdict.flatMap(known -> known.known()
                ? known.failure().map(cause -> explained(cause, look))
                : before.cause(ConditionType.REDIS_AVAILABLE).filter(last -> last.reason() != Reason.CHECK_PASSED));
    }

    private Cause explained(Cause cause, ExternalLook look) {
        return policy(look)
                .flatMap(policy ->
                        validated.basics().map(profile -> EvictionAdvice.explained(cause, profile.ttls(), policy)))
                .orElse(cause);
    }

    /** Returns what the server does when its memory is full, by its own word or else by its owner's. */
    private Optional<String> policy(ExternalLook look) {
        return validated instanceof ValidatedExternal.Valid valid
                ? look.wanted()
                        .flatMap(ExternalState::answer)
                        .flatMap(answer -> answer.evictionPolicy())
                        .or(() -> valid.server().evictionPolicy().map(policy -> policy.redisName()))
                : Optional.empty();
    }

    private Warnings warnings(ExternalLook look) {
        Warnings spec = validated instanceof ValidatedExternal.Valid valid
                ? valid.warnings()
                        .and(policy(look)
                                .map(policy ->
                                        EvictionAdvice.warnings(valid.profile().ttls(), policy))
                                .orElseGet(Warnings::none))
                : Warnings.none();
        Warnings found = verdict.map(ExternalVerdict::warnings).orElseGet(Warnings::none);
        return spec.and(found).and(plan.filter(ExternalPlan::leaving).isPresent() ? LEAVING : Warnings.none());
    }

    /** Returns what is known of the health of the Redis that the spec names. */
    public Vitals vitals(ExternalLook look, PreviousStatus<CacheProfileStatus> before) {
        if (!(validated instanceof ValidatedExternal.Valid valid)) {
            return Vitals.unknown(before);
        }
        String endpoint = valid.server().connection().endpoint();
        return look.wanted()
                .filter(state -> state.answer().isPresent())
                .map(state -> state.answer()
                        .flatMap(ExternalAnswer::info)
                        .flatMap(info -> state.answeredAt().map(at -> new Sample(at, endpoint, info)))
                        .map(Vitals::external)
                        .orElseGet(Vitals::untold))
                .orElseGet(() -> valid.server().usesTokens() ? Vitals.untold() : Vitals.unknown(before));
    }

    /** Returns what the status says of the Redis. */
    public RedisReport report(ExternalLook look, Applied applied, PreviousStatus<CacheProfileStatus> before) {
        return validated instanceof ValidatedExternal.Valid valid
                ? ExternalReport.of(valid.server(), look.wanted(), applied.bindingWritten(), before)
                : ExternalReport.kept(before);
    }
}
