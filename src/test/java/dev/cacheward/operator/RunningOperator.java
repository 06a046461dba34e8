package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import dev.cacheward.testbed.StandInKubelet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionFactory;

/** An embedded API, a stand-in kubelet and the operator, as one fixture; its waits have deadlines. */
final class RunningOperator implements AutoCloseable {
    static final String OPERATOR = "cacheward";

    /** The smallest pair: a profile and a policy named shop. */
    static final String SHOP = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec:
              ttls: {users: 60s}
            ---
            apiVersion: cacheward.dev/v1alpha1
            kind: RateLimitPolicy
            metadata: {name: shop}
            spec:
              profileRef: {name: shop}
              limits: {query: 20/minute}
            """;

    final EmbeddedApi api = EmbeddedApi.start();
    final StandInKubelet kubelet = StandInKubelet.start(api);
    final KubernetesClient client = api.client("a-person");
    private final UnaryOperator<Connections> connections;
    private Settings settings;
    private OperatorRun operator;

    RunningOperator() {
        this(settings(Map.of()));
    }

    /** The settings of these variables; a machine that stands still for a while is no Redis that does not answer. */
    static Settings settings(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("CACHEWARD_REDIS_TIMEOUT_SECONDS", "10");
        return ((SettingsResult.Valid) Settings.parse(all)).settings();
    }

    RunningOperator(Settings settings) {
        this(settings, UnaryOperator.identity());
    }

    /** @param change of the connections of the operator */
    RunningOperator(Settings settings, UnaryOperator<Connections> change) {
        this.connections = change;
        start(settings);
    }

    private void start(Settings wanted) {
        settings = wanted;
        operator = new OperatorRun(connections.apply(Connections.of(api.client(OPERATOR), wanted)), wanted);
    }

    void restartOperator() {
        restartOperator(() -> {});
    }

    /** @param meanwhile what happens while no operator runs */
    void restartOperator(Runnable meanwhile) {
        restartOperator(settings, meanwhile);
    }

    /** @param meanwhile what happens while no operator runs */
    void restartOperator(Settings settings, Runnable meanwhile) {
        operator.close();
        meanwhile.run();
        start(settings);
    }

    void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(this::put);
    }

    private void put(HasMetadata object) {
        client.resource(object).inNamespace(EmbeddedApi.NAMESPACE).serverSideApply();
    }

    CacheProfile profile(String name) {
        return client.resources(CacheProfile.class)
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
    }

    RateLimitPolicy policy(String name) {
        return client.resources(RateLimitPolicy.class)
                .inNamespace(EmbeddedApi.NAMESPACE)
                .withName(name)
                .get();
    }

    void awaitReady(String name) {
        awaitProfile(name, ConditionType.READY, Reason.READY);
    }

    Condition awaitProfile(String name, ConditionType type, Reason reason) {
        return AwaitedConditions.condition(() -> profile(name), type, reason);
    }

    Condition awaitPolicy(String name, ConditionType type, Reason reason) {
        return AwaitedConditions.condition(() -> policy(name), type, reason);
    }

    /** What the operator wrote since the last {@link EmbeddedApi#clearRequests}. */
    List<Request> writes() {
        return api.writesBy(OPERATOR).toList();
    }

    /**
     * Those of {@link #writes} that a reconciliation made itself: an Event is written by another thread, often later than the
     * status.
     */
    List<Request> writesOfLooks() {
        return api.writesBy(OPERATOR)
                .filter(write -> !write.path().contains("/events"))
                .toList();
    }

    /** The Events of resources of this name: what outlasts a state that is soon over. */
    List<String> told(String name) {
        return RecordedEvents.of(client, name);
    }

    /** Waits for an Event, told however often. */
    void awaitTold(String kind, String name, Reason reason) {
        soon().untilAsserted(() ->
                assertThat(told(name)).anyMatch(told -> (told + " ").startsWith(kind + " " + reason.wire() + " ")));
    }

    /** Waits until the operator has written nothing for so long; what it writes before is not held against it. */
    void awaitQuiet(Duration quiet) {
        settled(quiet, () -> writes().size());
    }

    /** The number as soon as such a time has not changed it. */
    static int settled(Duration quiet, IntSupplier number) {
        AtomicInteger last = new AtomicInteger(number.getAsInt());
        soon().during(quiet).until(() -> last.getAndSet(number.getAsInt()) == last.get());
        return last.get();
    }

    String metrics() {
        return operator.metrics();
    }

    /** The sum of the metrics of this name whose labels contain this. */
    double counted(String name, String labels) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(NullPointerException.class);
    }

    @Override
    public void close() {
        operator.close();
        kubelet.close();
        api.close();
    }
}
