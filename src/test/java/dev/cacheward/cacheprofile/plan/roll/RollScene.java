package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.PodPhases;
import dev.cacheward.cacheprofile.model.roll.Ordinals;
import dev.cacheward.cacheprofile.model.roll.RollMark;
import dev.cacheward.cacheprofile.model.roll.RollShape;
import dev.cacheward.cacheprofile.model.roll.RollWishes;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.redis.client.replication.ReplicationState;
import dev.cacheward.redis.client.replication.ReplicationStates;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The two pods {@code shop-redis-0} and {@code shop-redis-1}, and what is told of them. */
final class RollScene {
    static final String OLD = "old";
    static final String NEW = "new";
    static final String FIRST = "shop-redis-0";
    static final String SECOND = "shop-redis-1";
    private static final long MEGABYTE = 1_000_000;

    private final List<Pod> pods = new ArrayList<>();
    private final Map<String, String> info = new HashMap<>();
    private Ordinals ordinals = new Ordinals(0, 1);
    private Optional<String> selected = Optional.of(FIRST);
    private Optional<RollMark> mark = Optional.empty();
    private RollWishes wishes = RollWishes.none();
    private RollView.Volume volume = RollView.Volume.NONE;
    private Optional<Boolean> replicates = Optional.of(true);
    private boolean keepsOrdinals = true;
    private String version = "7.0.15";
    private long maxMemory = 100 * MEGABYTE;
    private String load = "";

    /** The first pod, of the old template, with some data. */
    static RollScene serving() {
        return new RollScene().pod(FIRST, OLD, PodPhases::ready).primary(FIRST);
    }

    /** The same with a second pod that is wanted, but not there yet. */
    static RollScene pair() {
        return serving().ordinals(Ordinals.PAIR).since(Duration.ofSeconds(5));
    }

    /** The same with a second pod that is ready. */
    static RollScene twoReady() {
        return pair().pod(SECOND, NEW, PodPhases::ready).primary(SECOND);
    }

    /** The same with the second server in sync with the first. */
    static RollScene inSync() {
        return twoReady().replica(SECOND, FIRST, true).primaryOf(FIRST, SECOND);
    }

    RollScene pod(String name, String revision, UnaryOperator<Pod> phase) {
        pods.removeIf(known -> known.getMetadata().getName().equals(name));
        pods.add(RollPods.pod(name, revision, phase));
        return this;
    }

    RollScene without(String name) {
        pods.removeIf(known -> known.getMetadata().getName().equals(name));
        info.remove(name);
        return this;
    }

    RollScene silent(String name) {
        info.remove(name);
        return this;
    }

    RollScene primary(String name) {
        return said(name, RollPods.PRIMARY);
    }

    RollScene primaryOf(String name, String replica) {
        return said(name, RollPods.primaryOf(replica));
    }

    RollScene replica(String name, String primary, boolean inSync) {
        return said(name, RollPods.replica(primary, inSync));
    }

    private RollScene said(String name, String replication) {
        info.put(name, replication);
        return this;
    }

    RollScene ordinals(Ordinals wanted) {
        ordinals = wanted;
        return this;
    }

    RollScene selects(String pod) {
        selected = Optional.ofNullable(pod);
        return this;
    }

    RollScene since(Duration ago) {
        mark = Optional.of(new RollMark(NEW, ObservedBuilder.NOW.minus(ago), Optional.empty()));
        return this;
    }

    RollScene refused(Duration ago) {
        mark = Optional.of(new RollMark(NEW, ObservedBuilder.NOW.minus(ago), Optional.of("it was so")));
        return this;
    }

    RollScene wishes(RollWishes asked) {
        wishes = asked;
        return this;
    }

    /** The volume that the wanted server gets. */
    RollScene volume(RollView.Volume wanted) {
        volume = wanted;
        return this;
    }

    RollScene replicates(Optional<Boolean> known) {
        replicates = known;
        return this;
    }

    RollScene withoutOrdinals() {
        keepsOrdinals = false;
        return this;
    }

    RollScene oldVersion(String redis) {
        version = redis;
        return this;
    }

    RollScene maxMemory(long megabytes) {
        maxMemory = megabytes * MEGABYTE;
        return this;
    }

    /** The first server's limit of memory, and the writes of a second. */
    RollScene limit(String quantity, long writes) {
        pods.replaceAll(pod -> RollPods.isNamed(pod, FIRST) ? RollPods.limited(pod, quantity) : pod);
        load = RollPods.load(writes);
        return this;
    }

    RollView view() {
        StatefulSet live = live();
        Map<String, ReplicationState> states = new HashMap<>();
        info.forEach((name, text) -> states.put(
                name,
                ReplicationStates.of("redis_version:" + (name.equals(FIRST) ? version : "7.0.15")
                        + "\nused_memory:50000000\nmaxmemory:100000000\n" + load + text)));
        return new RollView(
                new RollView.Target(NEW, "redis:8", volume, maxMemory),
                live,
                ServerPairs.of(live, RollPods.serverOf(selected.map(RollPods::serviceOf), pods), states),
                Optional.empty(),
                replicates,
                wishes,
                ObservedBuilder.NOW);
    }

    private StatefulSet live() {
        StatefulSetBuilder live = new StatefulSetBuilder()
                .withNewMetadata()
                .withName("shop-redis")
                .endMetadata()
                .withNewSpec()
                .withReplicas(ordinals.replicas())
                .endSpec();
        mark.ifPresent(text -> live.editMetadata()
                .addToAnnotations(RollMark.ANNOTATION, text.text())
                .endMetadata());
        if (keepsOrdinals) {
            live.editSpec().withNewOrdinals(ordinals.start()).endSpec();
        }
        return live.build();
    }

    WarmStep next() {
        return WarmRollPlanner.next(view());
    }

    RollShape shape() {
        return RollShapes.of(next(), view());
    }
}
