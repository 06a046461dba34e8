package dev.cacheward.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcileMetricsTest {
    private static final Map<String, Object> METADATA =
            Map.of(Constants.RESOURCE_GVK_KEY, new GroupVersionKind("cacheward.dev", "v1alpha1", "CacheProfile"));
    private static final ResourceID ID = new ResourceID("shop", "team");
    private static final RetryInfo FIRST_TRY = new GenericRetry().initExecution();

    private final List<String> told = new ArrayList<>();
    private final ReconcileMetrics hooks = new ReconcileMetrics(wrapping(), new Telemetry() {
        @Override
        public void reconcileStarted(HasMetadata resource) {
            told.add("begun");
        }

        @Override
        public void reconcileEnded() {
            told.add("ended");
        }

        @Override
        public void deleted(ResourceKey resource) {
            told.add("gone " + resource.name());
        }
    });

    @Test
    void aReconciliationBeginsAndEnds() {
        // When
        hooks.reconciliationStarted(ReportedProfile.profile(1, List.of()), METADATA);
        hooks.reconciliationFinished(ReportedProfile.profile(1, List.of()), FIRST_TRY, METADATA);

        // Then
        assertThat(told).containsExactly("begun", "ended");
    }

    @Test
    void whatIsDeletedDuringAReconciliationIsGoneAfterItToo() {
        // When
        hooks.reconciliationStarted(ReportedProfile.profile(1, List.of()), METADATA);
        hooks.cleanupDone(ID, METADATA);
        hooks.reconciliationFinished(ReportedProfile.profile(1, List.of()), FIRST_TRY, METADATA);

        // Then
        assertThat(told).containsExactly("begun", "gone shop", "ended", "gone shop");
    }

    @Test
    void aReconciliationThatWasNotBegunEndsWithoutAResource() {
        // When
        hooks.reconciliationFinished(null, FIRST_TRY, METADATA);

        // Then
        assertThat(told).containsExactly("ended");
    }

    @Test
    void theExceptionOfAReconciliationIsHandedOnAsItIs() {
        assertThatThrownBy(() -> hooks.timeControllerExecution(null)).isInstanceOf(IOException.class);
    }

    /** As the operator SDK's own do. */
    private static Metrics wrapping() {
        return new Metrics() {
            @Override
            public <T> T timeControllerExecution(ControllerExecution<T> execution) {
                throw new OperatorException(new IOException("lost"));
            }
        };
    }
}
