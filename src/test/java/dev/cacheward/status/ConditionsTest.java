package dev.cacheward.status;

import static dev.cacheward.status.ConditionStatus.FALSE;
import static dev.cacheward.status.ConditionStatus.TRUE;
import static dev.cacheward.status.ConditionStatus.UNKNOWN;
import static dev.cacheward.status.ConditionType.CONFIG_DELIVERED;
import static dev.cacheward.status.ConditionType.READY;
import static dev.cacheward.status.ConditionType.RECONCILING;
import static dev.cacheward.status.ConditionType.REDIS_AVAILABLE;
import static dev.cacheward.status.ConditionType.STALLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cacheward.api.v1alpha1.Condition;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionsTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.987Z");
    private static final String NOW = "2026-03-01T10:00:00Z";
    private static final String EARLIER = "2026-02-01T00:00:00Z";

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void theTimeIsThatOfTheLastChangeOfStatus(String rule, List<Condition> before, Finding now, String since) {
        // When
        List<Condition> merged = Conditions.merge(List.of(now), before, 2, AT);

        // Then
        assertThat(merged)
                .singleElement()
                .isEqualTo(new Condition(
                        now.type().wire(), now.status().wire(), now.reason().wire(), now.message(), since, 2L));
    }

    static List<Arguments> transitions() {
        Finding ready = new Finding(READY, TRUE, Reason.READY, "all is well");
        Finding loading = new Finding(READY, FALSE, Reason.LOADING, "Redis loads its data");
        Finding unknown = new Finding(READY, UNKNOWN, Reason.INTERNAL_ERROR, "not found out");
        return List.of(
                Arguments.of("a new condition begins now", List.of(), ready, NOW),
                Arguments.of("the same status keeps its time", List.of(before("Ready", "True")), ready, EARLIER),
                Arguments.of("a new reason keeps the time", List.of(before("Ready", "False")), loading, EARLIER),
                Arguments.of("a new status begins now", List.of(before("Ready", "True")), loading, NOW),
                Arguments.of("Unknown is a status of its own", List.of(before("Ready", "False")), unknown, NOW),
                Arguments.of("another type has no say", List.of(before("Stalled", "True")), ready, NOW),
                Arguments.of(
                        "a condition without a time begins now",
                        List.of(new Condition("Ready", "True", "Ready", "", null, null)),
                        ready,
                        NOW));
    }

    @Test
    void onlyTheStatusTrueHolds() {
        assertThat(Conditions.isTrue(before("Ready", "True"))).isTrue();
        assertThat(Conditions.isTrue(before("Ready", "False"))).isFalse();
        assertThat(Conditions.isTrue(before("Ready", "Unknown"))).isFalse();
        assertThat(Conditions.isTrue(before("Ready", null))).isFalse();
    }

    @Test
    void equalFindingsGiveAnEqualList() {
        // Given
        List<Finding> findings = List.of(
                new Finding(READY, FALSE, Reason.TIMEOUT, "no answer"),
                new Finding(REDIS_AVAILABLE, FALSE, Reason.TIMEOUT, "no answer"),
                new Finding(CONFIG_DELIVERED, TRUE, Reason.DELIVERED, "as asked"));
        List<Condition> before = Conditions.merge(findings, List.of(), 3, AT);

        // When
        List<Condition> after = Conditions.merge(findings, before, 3, AT.plusSeconds(3_600));

        // Then
        assertThat(after).isEqualTo(before);
    }

    @Test
    void theOrderIsThatOfTheTypes() {
        // Given
        List<Finding> findings = Arrays.stream(ConditionType.values())
                .sorted((one, other) -> other.compareTo(one))
                .map(type -> new Finding(type, TRUE, Reason.READY, ""))
                .toList();

        // When
        List<Condition> merged = Conditions.merge(findings, List.of(), 1, AT);

        // Then
        assertThat(merged)
                .extracting(Condition::type)
                .containsExactly(
                        "Ready",
                        "Reconciling",
                        "Stalled",
                        "RedisAvailable",
                        "ConfigDelivered",
                        "ConfigInSync",
                        "CertificateValid",
                        "PersistenceHealthy",
                        "MemoryHealthy",
                        "HitRateHealthy",
                        "KeysExpire",
                        "PresetComplete",
                        "ProfileResolved",
                        "EvictionSafe");
    }

    @Test
    void whatIsNotFoundNowIsDropped() {
        assertThat(Conditions.merge(List.of(), List.of(before("Stalled", "True")), 2, AT))
                .isEmpty();
    }

    @Test
    void reconcilingAndStalledStandOnlyWhileTrue() {
        // Given
        List<Finding> findings = List.of(
                new Finding(RECONCILING, FALSE, Reason.READY, ""),
                new Finding(STALLED, UNKNOWN, Reason.READY, ""),
                new Finding(READY, UNKNOWN, Reason.READY, ""));

        // When
        List<Condition> merged = Conditions.merge(findings, List.of(before("Stalled", "True")), 2, AT);

        // Then
        assertThat(merged).extracting(Condition::type).containsExactly("Ready");
    }

    @Test
    void aTypeIsFoundOnlyOnce() {
        // Given
        Finding one = new Finding(READY, TRUE, Reason.READY, "");
        Finding other = new Finding(READY, FALSE, Reason.BUSY, "");

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.merge(List.of(one, other), List.of(), 1, AT))
                .withMessageContaining("found twice");
    }

    @Test
    void aLongMessageIsCutAtAWord() {
        // Given
        String message = "word ".repeat(1_000);

        // When
        String cut = messageOf(message);

        // Then
        assertThat(cut).hasSizeLessThanOrEqualTo(4096).hasSizeGreaterThan(4080).endsWith("word…");
    }

    @Test
    void aMessageOfOneLongWordIsCutWithoutSplittingACharacter() {
        assertThat(messageOf("x" + "😀".repeat(4_000)))
                .hasSizeLessThanOrEqualTo(4096)
                .endsWith("😀…");
        assertThat(messageOf("😀".repeat(4_000))).hasSizeLessThanOrEqualTo(4096).endsWith("😀…");
    }

    @Test
    void aMessageThatJustFitsIsKept() {
        assertThat(messageOf("x".repeat(4096))).isEqualTo("x".repeat(4096));
    }

    @Test
    void aConditionIsFoundByItsType() {
        // Given
        List<Condition> conditions = List.of(before("Ready", "True"), before("Stalled", "True"));

        // Then
        assertThat(Conditions.find(conditions, STALLED)).contains(before("Stalled", "True"));
        assertThat(Conditions.find(conditions, RECONCILING)).isEmpty();
    }

    private static String messageOf(String message) {
        return Conditions.merge(List.of(new Finding(READY, FALSE, Reason.BUSY, message)), List.of(), 1, AT)
                .get(0)
                .message();
    }

    private static Condition before(String type, String status) {
        return new Condition(type, status, "Timeout", "no answer", EARLIER, 1L);
    }
}
