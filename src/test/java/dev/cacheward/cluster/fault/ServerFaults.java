package dev.cacheward.cluster.fault;

import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.status.Reason;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** A server that runs, and does not serve. */
final class ServerFaults {
    private static final String SMALL = "resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: 64Mi}}";
    private static final String FILL =
            "for i = 1, 12000 do redis.call('SET', 'filler' .. i, string.rep('x', 1000)) end return 1";
    private static final String DRAIN = "for i = 1, 12000 do redis.call('DEL', 'filler' .. i) end return 1";

    private ServerFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                frozen(), busy(), maxClients(), clientCut(), full("noeviction"), full("volatile-lru"), loading());
    }

    /** It takes connections and answers nothing, short of the minute after which the kubelet would start it anew. */
    private static Fault frozen() {
        return Fault.of("frozen", SMALL)
                .causedBy(scene -> scene.redis().asOperator("CLIENT", "PAUSE", "45000", "ALL"))
                .told(Reason.TIMEOUT, "short of CPU", "SLOWLOG")
                .endedBy(scene -> scene.redis().asApplication("PING"))
                .passing();
    }

    private static Fault busy() {
        return Fault.of("busy", "resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {cpu: 300m, memory: 64Mi}}")
                .causedBy(scene -> scene.connect().send("EVAL", "while true do end", "0"))
                .told(Reason.BUSY, "SCRIPT KILL")
                .endedBy(scene -> scene.redis().asApplication("SCRIPT", "KILL"));
    }

    private static Fault maxClients() {
        return Fault.of("maxclients", SMALL + ", config: {maxclients: \"20\"}")
                .causedBy(ServerFaults::connectUntilRefused)
                .told(Reason.MAX_CLIENTS, "leaks", "maxclients")
                .endedBy(FaultScene::letGo);
    }

    private static void connectUntilRefused(FaultScene scene) {
        Assertions.assertThatThrownBy(() -> {
                    for (int i = 0; i < 30; i++) {
                        scene.connect();
                    }
                })
                .hasMessageContaining("max number of clients");
    }

    /** An application asks for more than it reads. */
    private static Fault clientCut() {
        return Fault.of("client-cut", SMALL)
                .causedBy(scene -> {
                    scene.redis().asApplication("SET", "large", "x".repeat(1_000_000));
                    RawRedis deaf = scene.connect();
                    for (int i = 0; i < 30; i++) {
                        deaf.send("GET", "large");
                    }
                })
                .told(Reason.READY, "cut connections", "smaller values", "maxmemory-clients");
    }

    private static Fault full(String policy) {
        Fault fault = Fault.of("full-" + policy, SMALL + ", maxMemory: 10Mi, evictionPolicy: " + policy)
                .causedBy(scene -> scene.redis().asApplication("EVAL", FILL, "0"))
                .endedBy(scene -> scene.redis().asApplication("EVAL", DRAIN, "0"));
        return policy.equals("noeviction")
                ? fault.told(Reason.OUT_OF_MEMORY, "Raise maxMemory", "evicts nothing")
                : fault.told(Reason.OUT_OF_MEMORY, "with a TTL", "evicts only keys that expire");
    }

    private static void writeAMillionKeys(FaultScene scene) {
        String some = "for i = 1, 100000 do redis.call('SET', ARGV[1] .. ':' .. i, 1) end return 1";
        for (int i = 0; i < 10; i++) {
            scene.redis().asApplication("EVAL", some, "0", String.valueOf(i));
        }
    }

    /** So little CPU that the file takes its time, while the probes go on. */
    private static Fault loading() {
        String some = "resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {cpu: 100m, memory: 256Mi}}";
        String redis = "managed: {" + some + ", persistence: {mode: Snapshot, size: 256Mi}}";
        return Fault.on("loading", redis, scene -> {
                    scene.apply(redis);
                    scene.namespace().awaitReady(scene.profile());
                    writeAMillionKeys(scene);
                })
                .causedBy(scene -> scene.inServer("kill 1"))
                .told(Reason.LOADING, "wait")
                .endedBy(scene -> TestNamespace.patiently()
                        .untilAsserted(() -> Assertions.assertThat(scene.redis().asApplication("PING"))
                                .isEqualTo("PONG")))
                .passing()
                .restarting();
    }
}
