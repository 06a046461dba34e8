package dev.cacheward.cacheprofile.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.cacheprofile.model.ServerDrift;
import dev.cacheward.cacheprofile.model.ServerDrift.Handling;
import dev.cacheward.redis.Deviation;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Finding;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.status.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncFindingTest {
    private static final String HZ = "hz was \"1\" instead of \"10\"";
    private static final String USER = "user \"probe\" was missing";
    private static final PreviousStatus<CacheProfileStatus> NOTHING = new PreviousStatus<>(Optional.empty());

    @ParameterizedTest
    @CsvSource({"IN_SYNC", "UNKNOWN"})
    void aServerThatNeverDifferedHasNoSuchCondition(Handling handling) {
        assertThat(SyncFinding.of(new ServerDrift(List.of(), handling), NOTHING))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT_RIGHT, 'What its files say holds again.'",
        "REFUSED, 'It is told what its files say until it takes that; Ready says why not.'",
        "PAUSED, 'It stays so while annotation cacheward.dev/paused is there.'"
    })
    void allThatDiffersIsNamedAndWhatBecomesOfIt(Handling handling, String ending) {
        // When
        Finding finding = SyncFinding.of(drift(handling), NOTHING).orElseThrow();

        // Then
        assertThat(finding.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(finding.reason()).isEqualTo(Reason.DRIFTED);
        assertThat(finding.message())
                .isEqualTo(HZ + "; " + USER + ". Somebody has changed the running server, or it was started with files"
                        + " from before an edit. " + ending);
    }

    @Test
    void ofAServerThatLocksTheOperatorOutNothingMoreIsSaid() {
        assertThat(SyncFinding.of(drift(Handling.LOCKED_OUT), NOTHING))
                .hasValueSatisfying(finding -> assertThat(finding.message()).isEqualTo(HZ + "; " + USER));
    }

    @Test
    void ofVeryManyTheRestIsCounted() {
        // Given
        List<Deviation> many = IntStream.range(0, 23)
                .mapToObj(i -> new Deviation(Deviation.Kind.USER, "u" + i, "user u" + i + " was missing"))
                .toList();

        // When
        Finding finding = SyncFinding.of(new ServerDrift(many, Handling.PUT_RIGHT), NOTHING)
                .orElseThrow();

        // Then
        assertThat(finding.message())
                .contains("user u19 was missing; and 3 more. ")
                .doesNotContain("u20");
    }

    @Test
    void aServerThatDiffersNoMoreIsInSync() {
        // When
        Finding finding = SyncFinding.of(ServerDrift.none(), drifted()).orElseThrow();

        // Then
        assertThat(finding.type()).isEqualTo(ConditionType.CONFIG_IN_SYNC);
        assertThat(finding.status()).isEqualTo(ConditionStatus.TRUE);
        assertThat(finding.reason()).isEqualTo(Reason.IN_SYNC);
    }

    @Test
    void whatWasSaidStandsUntilMoreIsKnown() {
        assertThat(SyncFinding.of(ServerDrift.unknown(), drifted()))
                .isEqualTo(SyncFinding.of(drift(Handling.PUT_RIGHT), NOTHING));
    }

    private static ServerDrift drift(Handling handling) {
        return new ServerDrift(
                List.of(
                        new Deviation(Deviation.Kind.PARAMETER, "hz", HZ),
                        new Deviation(Deviation.Kind.USER, "probe", USER)),
                handling);
    }

    private static PreviousStatus<CacheProfileStatus> drifted() {
        Finding finding = SyncFinding.of(drift(Handling.PUT_RIGHT), NOTHING).orElseThrow();
        return new PreviousStatus<>(Optional.of(new CacheProfileStatus(
                1L, Conditions.merge(List.of(finding), List.of(), 1, Instant.EPOCH), null, null, 0, List.of(), null)));
    }
}
