package dev.cacheward.cluster.fault;

import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.cluster.server.FolderOnTheNode;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A volume that is full, damaged or not there. */
final class VolumeFaults {
    private static final String SMALL = "resources: {requests: {cpu: 10m, memory: 32Mi}, limits: {memory: 64Mi}}";
    private static final String FILL = "head -c 200000000 /dev/zero > /data/filler";
    private static final String WRITES =
            "for i = 1, 200 do redis.call('SET', 'written' .. i, string.rep('x', 1000)) end return 1";
    private static final String MANY = "for i = 1, 10001 do redis.call('SET', 'many' .. i, 1) end return 1";

    /** Overwrites more than a value in the middle of a file that the server has open. */
    private static final String DAMAGE = """
            cd /data/appendonlydir; f=$(ls *.incr.aof | tail -n 1)
            { head -c 4000 $f; head -c 2000 /dev/zero | tr '\\0' D; tail -c +6001 $f; } > /data/damaged
            cat /data/damaged > $f; kill 1""";

    /** What faults.md advises: what was written before the damage stays. */
    private static final String MEND = "cd appendonlydir; echo y | redis-check-aof --fix *.manifest";

    private VolumeFaults() {}

    static Stream<Fault> all() {
        return Stream.of(failedSave(), full(), fullAtEachWrite(), damaged(), unbound());
    }

    private static String persistent(String persistence) {
        return SMALL + ", persistence: {" + persistence + "}";
    }

    /** A folder stands where the file is to be. Redis itself tries again, since there is enough to save. */
    private static Fault failedSave() {
        return Fault.of("bgsave-fails", persistent("mode: Snapshot, size: 64Mi"))
                .causedBy(scene -> {
                    scene.inServer("rm -f /data/dump.rdb; mkdir /data/dump.rdb");
                    scene.redis().asApplication("EVAL", MANY, "0");
                    scene.redis().asOperator("BGSAVE");
                })
                .told(Reason.PERSISTENCE_FAILING, "log", "persistence.size")
                .endedBy(scene -> scene.inServer("rmdir /data/dump.rdb"));
    }

    private static Fault full() {
        return Fault.of("volume-full-everysec", persistent("mode: AppendOnly, size: 32Mi"))
                .causedBy(scene -> {
                    scene.inServer(FILL);
                    scene.redis().asApplication("EVAL", WRITES, "0");
                })
                .told(Reason.PERSISTENCE_FAILING, "persistence.size")
                .endedBy(scene -> scene.inServer("rm /data/filler"));
    }

    /** The server itself ends then, at each write. */
    private static Fault fullAtEachWrite() {
        return Fault.of("volume-full-always", persistent("mode: AppendOnly, size: 32Mi, fsync: always"))
                .causedBy(scene -> {
                    scene.inServer(FILL);
                    scene.connect().send("EVAL", WRITES, "0");
                })
                .told(Reason.CRASH_LOOPING, "Can't recover from AOF write error", "persistence.size")
                .endedBy(scene ->
                        scene.apply("managed: {" + persistent("mode: AppendOnly, size: 64Mi, fsync: always") + "}"))
                .restarting();
    }

    private static Fault damaged() {
        return Fault.of("crash-loop", persistent("mode: AppendOnly, size: 64Mi"))
                .causedBy(scene -> {
                    scene.redis().asApplication("EVAL", WRITES, "0");
                    scene.inServer(DAMAGE);
                })
                .told(Reason.CRASH_LOOPING, "Bad file format reading the append only file")
                .endedBy(scene -> scene.onVolume(MEND))
                .restarting();
    }

    private static Fault unbound() {
        return Fault.fromTheStart("volume-unbound")
                .causedBy(scene -> scene.apply("managed: {"
                        + persistent("mode: Snapshot, size: 64Mi, storageClassName: " + volume(scene)) + "}"))
                .told(Reason.UNSCHEDULABLE, "storageClassName", "kubectl describe pod")
                .endedBy(VolumeFaults::makeVolume);
    }

    private static String volume(FaultScene scene) {
        return scene.namespace().name() + "-by-hand";
    }

    private static void makeVolume(FaultScene scene) {
        TestNamespace namespace = scene.namespace();
        FolderOnTheNode.makeForEverybody(TestCluster.get().client(), "/tmp/" + volume(scene));
        TestCluster.get()
                .client()
                .load(new ByteArrayInputStream("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %1$s}
                spec:
                  capacity: {storage: 64Mi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: %1$s
                  claimRef: {namespace: %2$s, name: %3$s-redis-data}
                  hostPath: {path: /tmp/%1$s, type: DirectoryOrCreate}
                """.formatted(volume(scene), namespace.name(), scene.profile())
                        .getBytes(StandardCharsets.UTF_8)))
                .create();
        scene.keep(() -> TestCluster.get()
                .client()
                .resources(PersistentVolume.class)
                .withName(volume(scene))
                .delete());
    }
}
