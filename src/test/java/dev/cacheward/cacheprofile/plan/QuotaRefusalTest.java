package dev.cacheward.cacheprofile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaRefusalTest {
    private static final Pod OLD = new KubernetesSerialization().unmarshal("""
            apiVersion: v1
            kind: Pod
            metadata: {name: shop-redis-0}
            spec:
              containers:
              - {name: redis, resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 256Mi}}}
              - {name: proxy}
            """);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "room for the larger one instead of the old     | true  | limits.memory=512Mi | limits.memory=256Mi | limits.memory=600Mi",
                "room to the last byte                          | true  | limits.memory=512Mi | limits.memory=256Mi | limits.memory=512Mi",
                "no room even then                              | false | limits.memory=512Mi | limits.memory=256Mi | limits.memory=400Mi",
                "others use the room                            | false | limits.memory=512Mi | limits.memory=512Mi | limits.memory=600Mi",
                "one pod alone                                  | true  | pods=1 | pods=1 | pods=1",
                "two of two, both are needed                    | false | limits.memory=512Mi,pods=1 | limits.memory=256Mi,pods=1"
                        + " | limits.memory=400Mi,pods=1",
                "requests, with and without their prefix        | true  | cpu=200m,requests.memory=300Mi"
                        + " | cpu=100m,requests.memory=256Mi | cpu=250m,requests.memory=300Mi",
                "a resource of which the old pod has nothing    | false | requests.ephemeral-storage=1Gi"
                        + " | requests.ephemeral-storage=1Gi | requests.ephemeral-storage=1Gi"
            })
    void thePodsThatGoLeaveRoom(String what, boolean passes, String requested, String used, String limited) {
        // When
        boolean passesWithout = QuotaRefusal.passesWithout(
                List.of(OLD),
                "pods \"shop-redis-next\" is forbidden: exceeded quota: team, requested: " + requested + ", used: "
                        + used + ", limited: " + limited);

        // Then
        assertThat(passesWithout).as(what).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pods \"a\" is forbidden: maximum memory usage per Container is 300Mi, but limit is 512Mi",
                "pods \"a\" is forbidden: failed quota: team: must specify limits.memory for: redis",
                "admission webhook \"policy\" denied the request"
            })
    void everyOtherRefusalStays(String message) {
        assertThat(QuotaRefusal.passesWithout(List.of(OLD), message)).isFalse();
    }
}
