package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.Fsync;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Settings as the defaults of a profile make them, and variations. */
public final class SampleServerSettings {
    private static final Set<DisabledCommand> DISABLED =
            Set.of(DisabledCommand.FLUSHDB, DisabledCommand.FLUSHALL, DisabledCommand.KEYS, DisabledCommand.CONFIG);

    private SampleServerSettings() {}

    /** 192 MiB, volatile-lfu, nothing persisted, the four commands disabled. */
    public static ServerSettings defaults() {
        return of(PersistenceMode.NONE, Map.of());
    }

    public static ServerSettings of(PersistenceMode mode, Map<String, String> parameters) {
        return new ServerSettings(
                192L << 20,
                48L << 20,
                EvictionPolicy.VOLATILE_LFU,
                mode,
                Fsync.EVERYSEC,
                new TreeMap<>(parameters),
                DISABLED,
                List.of(),
                Optional.empty(),
                Rendering.CURRENT);
    }

    public static ServerSettings disabling(PersistenceMode mode, Set<DisabledCommand> disabled, String... allowed) {
        ServerSettings s = of(mode, Map.of());
        return new ServerSettings(
                s.maxMemoryBytes(),
                s.clientBytes(),
                s.evictionPolicy(),
                mode,
                s.fsync(),
                s.parameters(),
                disabled,
                List.of(allowed),
                s.tls(),
                s.rendering());
    }

    static ServerSettings allowing(String... commands) {
        return disabling(PersistenceMode.NONE, DISABLED, commands);
    }

    public static ServerSettings memory(long bytes, EvictionPolicy policy) {
        ServerSettings s = defaults();
        return new ServerSettings(
                bytes,
                bytes / 4,
                policy,
                s.persistence(),
                s.fsync(),
                s.parameters(),
                s.disabledCommands(),
                s.allowedCommands(),
                s.tls(),
                s.rendering());
    }
}
