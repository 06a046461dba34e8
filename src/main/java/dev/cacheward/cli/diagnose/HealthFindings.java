package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.ServerValidator;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.report.health.HealthReport;
import dev.cacheward.cacheprofile.report.health.Readings;
import dev.cacheward.cacheprofile.report.health.Sample;
import dev.cacheward.cacheprofile.report.health.Vitals;
import dev.cacheward.cli.diagnose.report.Found;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one look at the numbers of a server tells of its health. What takes half an hour to see is in the status alone. */
final class HealthFindings {
    private HealthFindings() {}

    static List<Found> of(CacheProfile profile, Observed observed, ServerInfo info, Advice advice) {
        Sample sample = new Sample(observed.at(), observed.server().activePod().orElse(""), info);
        boolean managed = !ExternalValidator.isExternal(profile);
        Vitals vitals = new Vitals(told(profile, managed), managed, Optional.of(sample));
        return HealthReport.of(vitals, Readings.none().with(sample), Diagnosis.before(profile)).stream()
                .filter(finding -> finding.status() == ConditionStatus.FALSE)
                .map(finding -> new Found(
                        Found.Severity.WARNING,
                        finding.reason().wire(),
                        finding.message(),
                        advice.on(finding.reason().wire()),
                        Found.Source.NOW))
                .toList();
    }

    private static Set<ConditionType> told(CacheProfile profile, boolean managed) {
        Set<ConditionType> told = EnumSet.of(ConditionType.MEMORY_HEALTHY);
        if (managed && ServerValidator.persistent(CacheProfileValidator.managed(profile.getSpec()))) {
            told.add(ConditionType.PERSISTENCE_HEALTHY);
        }
        return told;
    }
}
