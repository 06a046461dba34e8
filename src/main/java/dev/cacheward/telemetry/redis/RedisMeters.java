package dev.cacheward.telemetry.redis;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.telemetry.ResourceKey;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Shows what each profile's server reported at the last reconciliation. If a reconciliation got no numbers, since the server
 * did not answer or was not asked, or if the profile is deleted, its meters are removed instead of keeping old values. The
 * counters are the server's own: they start again from zero when it restarts, which Prometheus handles.
 */
public final class RedisMeters implements Telemetry, ServerTelemetry {
    /** GET and TTL of the check, which find the key that it has set. */
    private static final long LOOKUPS_OF_A_CHECK = 2;

    private final Map<ResourceKey, Server> servers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final DriftMeters drift;
    private final KeyspaceMeters keyspaces;

    /** @param registry with the other meters of the operator */
    public RedisMeters(MeterRegistry registry) {
        this.registry = registry;
        this.drift = new DriftMeters(registry);
        this.keyspaces = new KeyspaceMeters(registry);
    }

    /** The latest numbers of a server. Meters refer to this object weakly, so the map has to keep it. */
    private static final class Server {
        private final LongAdder own = new LongAdder();
        private volatile ServerInfo latest;
        private volatile boolean ofThisLook;
        private List<Meter> meters = List.of();

        private Server(ServerInfo latest) {
            this.latest = latest;
        }
    }

    @Override
    public void answered(ResourceKey profile, ServerInfo info) {
        Server server = servers.computeIfAbsent(profile, key -> register(key, new Server(info)));
        if (server.latest != info) { // a server of somebody else is not asked each time
            server.own.add(LOOKUPS_OF_A_CHECK);
        }
        server.latest = info;
        server.ofThisLook = true;
    }

    @Override
    public void drifted(ResourceKey profile, List<Deviation> found) {
        drift.drifted(profile, found);
    }

    @Override
    public void sampled(ResourceKey profile, List<SampledKeys> found) {
        keyspaces.sampled(profile, found);
    }

    @Override
    public void lookedUp(ResourceKey profile, long hits) {
        Optional.ofNullable(servers.get(profile)).ifPresent(server -> server.own.add(hits));
    }

    @Override
    public void reconciled(HasMetadata resource, List<Condition> before, List<Condition> now) {
        boolean available = Conditions.find(now, ConditionType.REDIS_AVAILABLE)
                .filter(Conditions::isTrue)
                .isPresent();
        Server server = servers.get(ResourceKey.of(resource));
        if (server != null && !(available && server.ofThisLook)) {
            remove(ResourceKey.of(resource));
        } else if (server != null) {
            server.ofThisLook = false;
        }
    }

    @Override
    public void deleted(ResourceKey resource) {
        remove(resource);
        drift.deleted(resource);
        keyspaces.sampled(resource, List.of());
    }

    private void remove(ResourceKey resource) {
        Server server = servers.remove(resource);
        if (server != null) {
            server.meters.forEach(registry::remove);
        }
    }

    private Server register(ResourceKey profile, Server server) {
        Tags tags = Tags.of("namespace", profile.namespace(), "profile", profile.name());
        List<Meter> meters = new ArrayList<>();
        for (ServerNumber number : ServerNumber.GAUGES) {
            meters.add(
                    Gauge.builder(number.name(), server, said -> number.value().applyAsDouble(said.latest))
                            .description(number.about())
                            .tags(tags)
                            .register(registry));
        }
        for (ServerNumber number : ServerNumber.COUNTERS) {
            meters.add(FunctionCounter.builder(
                            number.name(), server, said -> number.value().applyAsDouble(said.latest))
                    .description(number.about())
                    .tags(tags)
                    .register(registry));
        }
        meters.add(FunctionCounter.builder("cacheward.redis.own.lookups", server, said -> said.own.sum())
                .description("Hits that the operator itself has caused")
                .tags(tags)
                .register(registry));
        server.meters = List.copyOf(meters);
        return server;
    }
}
