package dev.cacheward.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.Reason;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContestedTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyForeignAndLeavingObjectsMakeTheNextWriteLookFirst(Reason reason) {
        // Given
        List<Condition> conditions = List.of(
                new Condition("RedisAvailable", "True", "CheckPassed", "", "", 1L),
                new Condition("Ready", "False", reason.wire(), "", "", 1L));

        // Then
        assertThat(Contested.before(conditions))
                .isEqualTo(reason == Reason.NAME_CONFLICT || reason == Reason.AWAITING_DELETION);
    }
}
