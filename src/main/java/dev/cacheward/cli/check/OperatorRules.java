package dev.cacheward.cli.check;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cacheprofile.plan.external.ValidatedExternal;
import dev.cacheward.cli.offline.OfflineOperator;
import dev.cacheward.delivery.PresetReport;
import dev.cacheward.ratelimitpolicy.EvictionFinding;
import dev.cacheward.ratelimitpolicy.ProfileView;
import dev.cacheward.ratelimitpolicy.ValidatedPolicy;
import dev.cacheward.runtime.Settings;
import dev.cacheward.status.Cause;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the operator itself would say, as far as that needs no cluster. */
final class OperatorRules {
    private final OfflineOperator operator;

    OperatorRules(Settings settings) {
        this.operator = new OfflineOperator(settings);
    }

    /**
     * The operator's word on one resource.
     *
     * @param warnings each with the field that it is about; an empty one is the resource as a whole
     */
    record Verdict(List<Problem> problems, List<Problem> warnings) {}

    Verdict profile(CacheProfile profile, boolean refersToSecrets) {
        return ExternalValidator.isExternal(profile) ? external(profile, refersToSecrets) : managed(profile);
    }

    private Verdict managed(CacheProfile profile) {
        if (operator.managed(profile) instanceof ValidatedProfile.Valid valid) {
            List<Problem> warnings = new ArrayList<>(general(valid.warnings().texts()));
            warnings.addAll(unsaid(valid.profile().basics().presets()));
            return new Verdict(List.of(), warnings);
        }
        return new Verdict(((ValidatedProfile.Invalid) operator.managed(profile)).problems(), List.of());
    }

    /** What stands in Secrets is not known here. */
    private Verdict external(CacheProfile profile, boolean refersToSecrets) {
        Optional<Cause> unknown = refersToSecrets
                ? Optional.of(new Cause(Reason.INVALID_REFERENCE, "not read without a cluster"))
                : Optional.empty();
        ValidatedExternal validated = operator.external(profile, new References(Map.of(), unknown));
        if (validated instanceof ValidatedExternal.Invalid invalid) {
            return new Verdict(invalid.problems(), List.of());
        }
        List<Problem> warnings = new ArrayList<>(
                unsaid(validated.basics().map(ProfileBasics::presets).orElseGet(PresetReport::none)));
        if (validated instanceof ValidatedExternal.Valid valid) {
            warnings.addAll(general(valid.warnings().texts()));
        }
        return new Verdict(
                validated instanceof ValidatedExternal.Unresolved unresolved && !refersToSecrets
                        ? general(List.of(unresolved.cause().message()))
                        : List.of(),
                warnings);
    }

    /** @param profile the policy's own; empty if it is not among the manifests */
    Verdict policy(RateLimitPolicy policy, Optional<CacheProfile> profile) {
        if (operator.policy(policy) instanceof ValidatedPolicy.Valid valid) {
            List<Problem> warnings = new ArrayList<>(unsaid(valid.policy().presets()));
            profile.map(ProfileView::of)
                    .map(view -> EvictionFinding.of(policy, view))
                    .filter(finding -> finding.status() != ConditionStatus.TRUE)
                    .ifPresent(finding -> warnings.add(new Problem("spec.profileRef.name", finding.message())));
            return new Verdict(List.of(), warnings);
        }
        return new Verdict(((ValidatedPolicy.Invalid) operator.policy(policy)).problems(), List.of());
    }

    private static List<Problem> general(List<String> texts) {
        return texts.stream().map(text -> new Problem("", text)).toList();
    }

    private static List<Problem> unsaid(PresetReport presets) {
        return presets.shortfalls().stream()
                .map(text -> new Problem("spec.delivery", text))
                .toList();
    }
}
