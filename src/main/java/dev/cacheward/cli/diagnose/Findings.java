package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.rotation.AuthorSecret;
import dev.cacheward.cacheprofile.report.CertificateFinding;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.Warnings;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what is wrong with a profile, whoever found it. */
final class Findings {
    private final Reading reading;
    private final Advice advice;

    Findings(Reading reading, Advice advice) {
        this.reading = reading;
        this.advice = advice;
    }

    /**
     * Returns all findings, the gravest first. What the operator wrote into the status is left out where this command has found
     * the same.
     *
     * @param more what was found of the operator and of ConfigMaps
     */
    List<Found> of(CacheProfile profile, Observed observed, SpecLook spec, ServerLook.Result redis, List<Found> more) {
        List<Found> now = new ArrayList<>(more);
        spec.invalid().map(this::now).ifPresent(now::add);
        authorSecret(profile).map(this::now).ifPresent(now::add);
        redis.causes().stream().map(this::now).forEach(now::add);
        now.addAll(redis.more());
        CertificateFinding.of(observed)
                .filter(finding -> finding.status() != ConditionStatus.TRUE)
                .map(finding -> now(new Cause(finding.reason(), finding.message())))
                .ifPresent(now::add);
        redis.answers()
                .info()
                .map(info -> HealthFindings.of(profile, observed, info, advice))
                .ifPresent(now::addAll);
        return ordered(
                now,
                spec.warnings(),
                StatusFindings.of(
                        Diagnosis.before(profile).conditions(),
                        advice,
                        redis.answers().passed()));
    }

    private static List<Found> ordered(List<Found> now, Warnings warnings, List<Found> status) {
        Set<String> known = now.stream().map(Found::reason).collect(Collectors.toSet());
        List<Found> all = new ArrayList<>(now);
        status.stream().filter(found -> !known.contains(found.reason())).forEach(all::add);
        warnings.texts().stream()
                .filter(text -> all.stream().noneMatch(found -> found.message().contains(text)))
                .map(text -> new Found(Found.Severity.WARNING, "Warning", text, "", Found.Source.NOW))
                .forEach(all::add);
        all.sort(Comparator.comparing(Found::severity));
        return all;
    }

    private Optional<Cause> authorSecret(CacheProfile profile) {
        return AuthorSecret.named(profile.getSpec()).flatMap(from -> {
            int before = reading.refusals().size();
            Optional<Secret> secret =
                    reading.get(Secret.class, from.name(), "whether the password that the spec names can be used");
            return reading.refusals().size() == before
                            && AuthorSecret.check(from, secret) instanceof UserSecret.Unusable unusable
                    ? Optional.of(unusable.cause())
                    : Optional.empty();
        });
    }

    private Found now(Cause cause) {
        return new Found(
                cause.reason().isProgress() ? Found.Severity.WARNING : Found.Severity.ERROR,
                cause.reason().wire(),
                cause.message(),
                advice.on(cause.reason().wire()),
                Found.Source.NOW);
    }
}
