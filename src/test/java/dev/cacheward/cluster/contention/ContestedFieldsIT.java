package dev.cacheward.cluster.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.cluster.rig.AdmissionKeeper;
import dev.cacheward.cluster.rig.RecordedWrites;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of object with a field that admission changes in every write: all stand at once, each in a namespace of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContestedFieldsIT {
    /** Two tries that are a minute apart are never both in it. */
    private static final Duration LESS_THAN_A_MINUTE = Duration.ofSeconds(55);

    private static final int AT_ONCE = 3;

    private final Map<ContestedField, TestNamespace> namespaces = new EnumMap<>(ContestedField.class);
    private final Map<ContestedField, AdmissionKeeper> keepers = new EnumMap<>(ContestedField.class);
    private Instant begin;

    @BeforeAll
    void contest() {
        for (ContestedField field : ContestedField.values()) {
            TestNamespace namespace = new TestNamespace(field.slug());
            namespaces.put(field, namespace);
            keepers.put(
                    field,
                    new AdmissionKeeper(namespace.name(), field.slug(), field.resource, field.ours(), field.patches));
        }
        namespaces
                .values()
                .forEach(namespace -> AdmissionKeeper.awaitAll(TestCluster.get().client(), namespace.name()));
        begin = Instant.now();
        namespaces
                .values()
                .forEach(namespace -> namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING)));
    }

    @AfterAll
    void end() {
        keepers.values().forEach(AdmissionKeeper::close);
        namespaces.values().forEach(TestNamespace::close);
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void aContestedFieldIsToldWithWhatIsFoundAndWhatIsWanted(ContestedField field) {
        patiently()
                .untilAsserted(() -> assertThat(namespaces.get(field).message("shop", field.told()))
                        .contains(field.words));
    }

    /** The three tries of each content, and one more for each full minute since. */
    @Order(2)
    @ParameterizedTest
    @EnumSource
    void itIsWrittenThreeTimesAndThenOnceAMinute(ContestedField field) {
        int minutes = (int) Duration.between(begin, Instant.now()).toMinutes();
        assertThat(writes().of(namespaces.get(field).name(), field.path, begin))
                .hasSizeLessThanOrEqualTo(field.contents() * AT_ONCE + minutes);
    }

    @Order(3)
    @Test
    void nothingElseIsWrittenWhileItStands() {
        // Given
        await().atMost(Duration.ofMinutes(5)).until(() -> Instant.now().isAfter(begin.plus(Duration.ofMinutes(2))));

        // When
        Instant since = Instant.now();
        await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now().isAfter(since.plus(LESS_THAN_A_MINUTE)));

        // Then
        namespaces.forEach((field, namespace) -> {
            Map<String, Long> written = writes().in(namespace.name(), since);
            assertThat(written.values()).as(field + " " + written).allMatch(times -> times <= 1);
            assertThat(written.keySet())
                    .as(field + " " + written)
                    .allMatch(path -> path.endsWith(field.path) && field != ContestedField.STATEFUL_SET);
        });
    }

    @Order(4)
    @Test
    void whenTheKeeperGoesEachIsPutRightWithinAMinuteAndNoPodIsReplaced() {
        // Given
        String pod = namespaces
                .get(ContestedField.STATEFUL_SET)
                .redisPod("shop")
                .orElseThrow()
                .getMetadata()
                .getUid();

        // When
        keepers.values().forEach(AdmissionKeeper::close);
        keepers.clear();

        // Then
        namespaces.forEach((field, namespace) -> {
            if (field != ContestedField.STATEFUL_SET) {
                patiently()
                        .untilAsserted(() -> assertThat(namespace.message("shop", field.told()))
                                .doesNotContain("does not stay"));
                namespace.awaitReady("shop");
            }
        });
        assertThat(namespaces
                        .get(ContestedField.STATEFUL_SET)
                        .redisPod("shop")
                        .orElseThrow()
                        .getMetadata()
                        .getUid())
                .isEqualTo(pod);
    }

    private static RecordedWrites writes() {
        return TestCluster.get().writes();
    }

    private static ConditionFactory patiently() {
        return TestNamespace.patiently().atMost(Duration.ofMinutes(4));
    }
}
