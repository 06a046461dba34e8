package dev.cacheward.cluster.rig;

import static org.awaitility.Awaitility.await;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cacheprofile.model.roll.ActivePod;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;

/**
 * A namespace of a test class's own, under Pod Security "restricted", deleted with everything in it at the end. Its methods wait
 * with a deadline and say at the end of it what was there instead.
 */
public final class TestNamespace implements AutoCloseable {
    private static final ForeignFieldManager KUBECTL = new ForeignFieldManager("kubectl");

    private final KubernetesClient client;
    private final String name;

    /**
     * On the cluster where the operator runs in this process.
     *
     * @param prefix of the name, for those who look at the cluster
     */
    public TestNamespace(String prefix) {
        this(prefix, TestCluster.get().client());
    }

    /** On a cluster where this process starts no operator. */
    public TestNamespace(String prefix, KubernetesClient client) {
        this.client = client;
        name = RestrictedNamespace.create(client, prefix);
    }

    public String name() {
        return name;
    }

    /** An object of any kind, whether it exists or not. */
    public <T extends HasMetadata> Resource<T> resource(Class<T> type, String object) {
        return client.resources(type).inNamespace(name).withName(object);
    }

    /** All objects of a kind. */
    public <T extends HasMetadata> List<T> list(Class<T> type) {
        return client.resources(type).inNamespace(name).list().getItems();
    }

    /** Creates an object; fails if there is one of that name. */
    public void create(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(name)
                .create();
    }

    /** What a pod would be; creates none. */
    public Pod dryRun(String yaml) {
        Pod pod = client.getKubernetesSerialization().unmarshal(yaml, Pod.class);
        return client.pods().inNamespace(name).resource(pod).dryRun().create();
    }

    /** The message of a profile's condition; empty when there is none of that type. */
    public String message(String profile, ConditionType type) {
        return Conditions.find(profile(profile).getStatus().conditions(), type)
                .map(Condition::message)
                .orElse("");
    }

    /** Applies manifests as {@code kubectl apply --server-side} does. */
    public void apply(String yaml) {
        KUBECTL.apply(client, name, yaml);
    }

    public CacheProfile profile(String profile) {
        return resource(CacheProfile.class, profile).get();
    }

    public RateLimitPolicy policy(String policy) {
        return resource(RateLimitPolicy.class, policy).get();
    }

    public ConfigMap configMap(String map) {
        return client.configMaps().inNamespace(name).withName(map).get();
    }

    public Secret secret(String secret) {
        return client.secrets().inNamespace(name).withName(secret).get();
    }

    /** A value of a Secret, decoded. */
    public String secret(String secret, String key) {
        return new String(Base64.getDecoder().decode(secret(secret).getData().get(key)), StandardCharsets.UTF_8);
    }

    /** The address that applications of a profile connect to. */
    public RedisAddress service(String profile) {
        return new RedisAddress(
                resource(Service.class, profile + "-redis").get().getSpec().getClusterIP(), 6379);
    }

    /** The pod that applications reach; its name changes with each warm roll. */
    public Optional<Pod> redisPod(String profile) {
        String pod = Optional.ofNullable(
                        resource(Service.class, profile + "-redis").get())
                .map(service -> service.getSpec().getSelector().get(ActivePod.LABEL))
                .orElse(profile + "-redis-0");
        return Optional.ofNullable(client.pods().inNamespace(name).withName(pod).get());
    }

    /** Waits until another pod than this serves, and the profile is Ready. */
    public void awaitNewPod(String profile, String oldUid) {
        patiently()
                .until(() -> redisPod(profile)
                        .filter(pod -> !pod.getMetadata().getUid().equals(oldUid))
                        .filter(Readiness::isPodReady)
                        .isPresent());
        awaitReady(profile);
    }

    /** Waits until the profile is Ready for its own generation. */
    public CacheProfile awaitReady(String profile) {
        return awaitProfile(profile, ConditionType.READY, "True", Reason.READY);
    }

    public CacheProfile awaitProfile(String profile, ConditionType type, String status, Reason reason) {
        ExpectedCondition expected = new ExpectedCondition(type, status, reason);
        patiently()
                .untilAsserted(() -> expected.assertMet(
                        "CacheProfile " + profile,
                        profile(profile).getMetadata().getGeneration(),
                        profile(profile).getStatus().conditions()));
        return profile(profile);
    }

    public RateLimitPolicy awaitPolicy(String policy, ConditionType type, String status, Reason reason) {
        ExpectedCondition expected = new ExpectedCondition(type, status, reason);
        patiently()
                .untilAsserted(() -> expected.assertMet(
                        "RateLimitPolicy " + policy,
                        policy(policy).getMetadata().getGeneration(),
                        policy(policy).getStatus().conditions()));
        return policy(policy);
    }

    /** Polls for at most two minutes: images and volumes take their time on a busy machine. */
    public static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }

    /** Waits for what Kubernetes puts into each namespace and pods need. */
    public void awaitServiceAccount() {
        patiently()
                .until(() -> client.serviceAccounts()
                                .inNamespace(name)
                                .withName("default")
                                .get()
                        != null);
    }

    /** Deletes it, and returns when it is gone; fails where something in it is stuck. */
    public void closeAndWait() {
        close();
        patiently().until(() -> client.namespaces().withName(name).get() == null);
    }

    @Override
    public void close() {
        client.namespaces().withName(name).delete();
    }
}
