package dev.cacheward.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private static final String STATEFUL_SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: shop}
            spec:
              replicas: 1
              template:
                spec:
                  containers: [{name: redis, image: redis:8, args: [--bind, 10.0.0.7],
                    resources: {limits: {memory: 1Gi, cpu: 500m}}}]
                  volumes: [{name: data, emptyDir: {}}]
            """;

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "replicas: 1 | replicas: 1 | false",
                "replicas: 1 | replicas: 0 | true",
                "replicas: 1 | serviceName: shop | true",
                // what the API server adds
                "image: redis:8 | image: redis:8, imagePullPolicy: Always | false",
                "emptyDir: {} | emptyDir: {medium: Memory} | false",
                // what it drops
                "{name: data, emptyDir: {}} | {name: data} | false",
                // what it rewrites
                "memory: 1Gi | memory: 1024Mi | false",
                "cpu: 500m | cpu: '0.5' | false",
                "memory: 1Gi | memory: 1G | true",
                "memory: 1Gi | memory: much | true",
                // lists of named things: others add to them, and ours are where they are
                "containers: [ | containers: [{name: mesh, image: mesh}, | false",
                "name: redis | name: other | true",
                "containers: [ | initContainers: [ | true",
                // lists that are one value
                "args: [--bind, 10.0.0.7] | args: [10.0.0.7, --bind] | true",
                "args: [--bind, 10.0.0.7] | args: [--bind, 10.0.0.7, --port] | true",
                "args: [--bind, 10.0.0.7] | args: [] | true"
            })
    void aLiveStatefulSetHoldsTheDesiredOne(String before, String after, boolean drift) {
        // Given
        StatefulSet desired = Drift.stamp(statefulSet(STATEFUL_SET));
        StatefulSet live = statefulSet(edited(before, after));
        live.getMetadata().setAnnotations(desired.getMetadata().getAnnotations());

        // When
        boolean found = Drift.exists(desired, live);

        // Then
        assertThat(found).isEqualTo(drift);
    }

    @Test
    void aFieldThatIsNoLongerDesiredIsDriftAlthoughAllThatIsDesiredHolds() {
        // Given
        ConfigMap live = Drift.stamp(map(Map.of("a", "1", "b", "2")));
        ConfigMap desired = Drift.stamp(map(Map.of("a", "1")));

        // When
        boolean drift = Drift.exists(desired, live);

        // Then
        assertThat(drift).isTrue();
    }

    @Test
    void anElementThatIsNoLongerDesiredIsDrift() {
        // Given
        StatefulSet live =
                Drift.stamp(statefulSet(STATEFUL_SET.replace("volumes: [", "volumes: [{name: old, emptyDir: {}}, ")));
        StatefulSet desired = Drift.stamp(statefulSet(STATEFUL_SET));

        // When
        boolean drift = Drift.exists(desired, live);

        // Then
        assertThat(live.getSpec().getTemplate().getSpec().getVolumes()).hasSize(2);
        assertThat(drift).isTrue();
    }

    @Test
    void aKeyThatSomebodyElseAddedIsNotOurs() {
        // Given
        ConfigMap desired = Drift.stamp(map(Map.of("a", "1")));
        ConfigMap live = map(Map.of("a", "1", "theirs", "2"));
        live.getMetadata().setAnnotations(new TreeMap<>(desired.getMetadata().getAnnotations()));
        live.getMetadata().getAnnotations().put("note", "x");
        live.getMetadata().setLabels(Map.of("team", "shop"));

        // When
        boolean drift = Drift.exists(desired, live);

        // Then
        assertThat(drift).isFalse();
    }

    @Test
    void anEditedValueARemovedKeyAndARemovedStampAreDrift() {
        // Given
        ConfigMap desired = Drift.stamp(map(Map.of("a", "1", "b", "2")));

        // Then
        assertThat(Drift.exists(desired, stampedAs(desired, map(Map.of("a", "1", "b", "3")))))
                .isTrue();
        assertThat(Drift.exists(desired, stampedAs(desired, map(Map.of("a", "1")))))
                .isTrue();
        assertThat(Drift.exists(desired, map(Map.of("a", "1", "b", "2")))).isTrue();
    }

    @Test
    void noValueOfASecretGoesIntoTheStamp() {
        // When
        Secret one = Drift.stamp(secret("cGFzc3dvcmQ="));
        Secret other = Drift.stamp(secret("b3RoZXI="));

        // Then
        assertThat(one.getMetadata().getAnnotations())
                .isEqualTo(other.getMetadata().getAnnotations());
        assertThat(Drift.exists(one, other)).isTrue();
    }

    @Test
    void aStampKeepsTheAnnotationsThatAreThere() {
        // Given
        ConfigMap desired = map(Map.of("a", "1"));
        desired.getMetadata().setAnnotations(Map.of("note", "x"));

        // When
        ConfigMap stamped = Drift.stamp(desired);

        // Then
        assertThat(stamped.getMetadata().getAnnotations())
                .containsEntry("note", "x")
                .containsKey(Drift.APPLIED_FIELDS);
        assertThat(Drift.exists(stamped, YAML.clone(stamped))).isFalse();
    }

    private static String edited(String before, String after) {
        assertThat(STATEFUL_SET).contains(before);
        return STATEFUL_SET.replace(before, after);
    }

    private static <T extends HasMetadata> T stampedAs(T desired, T live) {
        live.getMetadata().setAnnotations(desired.getMetadata().getAnnotations());
        return live;
    }

    private static StatefulSet statefulSet(String yaml) {
        return YAML.unmarshal(yaml, StatefulSet.class);
    }

    private static ConfigMap map(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("m")
                .endMetadata()
                .withData(new TreeMap<>(data))
                .build();
    }

    private static Secret secret(String base64) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("s")
                .endMetadata()
                .addToData("password", base64)
                .build();
    }
}
