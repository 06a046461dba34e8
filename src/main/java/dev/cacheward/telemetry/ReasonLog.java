package dev.cacheward.telemetry;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.PurgeState;
import dev.cacheward.status.Changes;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Logs one line for each change of a condition's reason. All log lines about a resource carry the reason of its Ready condition
 * in the MDC, beside the name and generation that the operator SDK puts there.
 */
public final class ReasonLog implements Telemetry {
    private static final Logger LOG = LoggerFactory.getLogger(ReasonLog.class);

    /** The MDC key, beside the SDK's {@code resource.name} and others. */
    private static final String KEY = "resource.reason";

    @Override
    public void reconcileStarted(HasMetadata resource) {
        name(Statuses.ready(resource));
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        name(Conditions.find(now, ConditionType.READY));
        for (Condition changed : Changes.between(before, now)) {
            if (Changes.isTrouble(changed)) {
                LOG.warn("{} is {}: {}: {}", changed.type(), changed.status(), changed.reason(), changed.message());
            } else {
                LOG.info("{} is {}: {}: {}", changed.type(), changed.status(), changed.reason(), changed.message());
            }
        }
    }

    @Override
    public void rotated(HasMetadata resource, String sentence) {
        LOG.info(sentence);
    }

    @Override
    public void purge(HasMetadata resource, PurgeState state, String sentence) {
        LOG.info("The purge is {}: {}", state.wire(), sentence);
    }

    @Override
    public void reconcileEnded() {
        MDC.remove(KEY);
    }

    private static void name(Optional<Condition> ready) {
        ready.ifPresent(condition -> MDC.put(KEY, condition.reason()));
    }
}
