package dev.cacheward.cluster.steps;

import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.function.Predicate;

/** An edit that takes many effects. The profile is named shop. */
enum Job {
    WARM_ROLL("", "config: {databases: '20'}", shop -> config(shop, "databases").equals("20")),
    OTHER_VERSION("", image("redis:8.0"), shop -> version(shop).contains("redis_version:8.0")),
    OTHER_KIND("", image("valkey:8.1"), shop -> version(shop).contains("valkey_version:8.1")),
    MEMORY_RAISED(memory(256), memory(320), shop -> maxMemory(shop, 320)),
    MEMORY_LOWERED(memory(256), memory(192), shop -> maxMemory(shop, 192)),
    MODE(
            volume("Snapshot"),
            volume("AppendOnly"),
            shop -> config(shop, "appendonly").equals("yes")),
    PERSISTENCE_ON("", volume("Snapshot"), Job::hasVolume),
    ENCRYPTION("", "tls: {secretName: shop-certs, plaintext: Allowed}", Job::speaksBoth),
    ROTATION("auth: {rotationGracePeriod: 5s}", "auth: {rotationGracePeriod: 5s}", Job::hasRotated);

    private static final String RESOURCES =
            "resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 256Mi}}, ";
    private static final String ROTATE = "cacheward.dev/rotate: now";

    /** Fields of {@code spec.redis.managed}. */
    private final String before;

    private final String after;
    private final Predicate<TestNamespace> done;

    Job(String before, String after, Predicate<TestNamespace> done) {
        this.before = before;
        this.after = after;
        this.done = done;
    }

    /** The profile before. */
    String before() {
        return profile(before, "");
    }

    /** The profile that is the job. */
    String after() {
        return profile(after, this == ROTATION ? ROTATE : "");
    }

    private static String profile(String managed, String annotations) {
        return """
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop, annotations: {%s}}
                spec: {ttls: {page: 60s}, redis: {managed: {%s}}}
                """.formatted(annotations, managed.contains("resources") ? managed : RESOURCES + managed);
    }

    /** Whether nothing of it is left to do. */
    boolean isDone(TestNamespace namespace) {
        return namespace.list(Pod.class).size() == 1 && done.test(namespace);
    }

    private static String config(TestNamespace namespace, String parameter) {
        return new LiveRedis(namespace, "shop").config(parameter);
    }

    private static String version(TestNamespace namespace) {
        return String.valueOf(new LiveRedis(namespace, "shop").asOperator("INFO", "server"));
    }

    private static String image(String like) {
        return "image: " + TestImages.like(like);
    }

    private static String memory(int mebibytes) {
        return "maxMemory: 75%, resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: " + mebibytes + "Mi}}";
    }

    private static boolean maxMemory(TestNamespace namespace, long mebibytes) {
        return config(namespace, "maxmemory").equals(String.valueOf((mebibytes << 20) / 4 * 3));
    }

    private static String volume(String mode) {
        return "persistence: {mode: " + mode + ", size: 64Mi}";
    }

    private static boolean hasVolume(TestNamespace namespace) {
        return namespace.redisPod("shop").orElseThrow().getSpec().getVolumes().stream()
                .anyMatch(volume -> volume.getPersistentVolumeClaim() != null);
    }

    /** Whether it speaks both in clear and encrypted, and copies its data encrypted only. */
    private static boolean speaksBoth(TestNamespace namespace) {
        return config(namespace, "tls-port").equals("6380")
                && config(namespace, "port").equals("6379")
                && config(namespace, "tls-replication").equals("yes");
    }

    /** Whether every former password is gone. */
    private static boolean hasRotated(TestNamespace namespace) {
        Map<String, String> secret = namespace.secret("shop-redis-server").getData();
        return secret.containsKey("rotated")
                && secret.keySet().stream().noneMatch(key -> key.matches("(next|prepared|past)-.*"));
    }
}
