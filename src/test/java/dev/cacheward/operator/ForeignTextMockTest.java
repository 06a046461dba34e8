package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an image prints reaches conditions and Events, and nothing in it acts on the terminal of who reads them. */
class ForeignTextMockTest {
    private static final String HIDDEN =
            "red \u001b[31m c1 \u009b2J bidi \u202e zero \u200b line \u2028 next \u0085 end";

    private final EmbeddedApi api = EmbeddedApi.start();
    private final KubernetesClient client = api.client("a-person");
    private final OperatorRun operator =
            new OperatorRun(api.client(RunningOperator.OPERATOR), RunningOperator.settings(Map.of()));

    @AfterEach
    void stop() {
        operator.close();
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*** FATAL CONFIG FILE ERROR ***\n>>> 'save "})
    void theLastWordsOfAServerAreEscapedWhereverTheyAreShown(String before) {
        // Given
        Reason reason = before.isEmpty() ? Reason.CRASH_LOOPING : Reason.CONFIG_REFUSED;
        client.load(new ByteArrayInputStream(RunningOperator.SHOP.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(object -> client.resource(object)
                        .inNamespace(EmbeddedApi.NAMESPACE)
                        .serverSideApply());
        RunningOperator.soon().until(() -> statefulSet() != null);

        // When
        Pod pod = PodPhases.crashed(PodPhases.podOf(statefulSet()), 1, "Error", before + HIDDEN + "\n");
        client.resource(pod).inNamespace(EmbeddedApi.NAMESPACE).create();
        client.resource(pod).inNamespace(EmbeddedApi.NAMESPACE).patchStatus();
        Condition told = AwaitedConditions.condition(this::profile, ConditionType.REDIS_AVAILABLE, reason);

        // Then
        assertThat(told.message()).contains("\\u001b[31m", "\\u202e").satisfies(ForeignTextMockTest::isPrintable);
        RunningOperator.soon()
                .untilAsserted(() -> assertThat(notes())
                        .anyMatch(event -> event.contains("\\u202e"))
                        .allSatisfy(ForeignTextMockTest::isPrintable));
    }

    private List<String> notes() {
        return client.events().v1().events().inNamespace(EmbeddedApi.NAMESPACE).list().getItems().stream()
                .map(Event::getNote)
                .toList();
    }

    private StatefulSet statefulSet() {
        return client.apps()
                .statefulSets()
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("shop-redis")
                .get();
    }

    private CacheProfile profile() {
        return client.resources(CacheProfile.class)
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName("shop")
                .get();
    }

    private static void isPrintable(String text) {
        assertThat(text.codePoints())
                .noneMatch(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.LINE_SEPARATOR);
    }
}
