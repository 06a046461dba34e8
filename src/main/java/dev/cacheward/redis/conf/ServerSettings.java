package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.Fsync;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds everything that the files of one server are rendered from. The caller has checked {@code parameters} with {@link
 * ConfigParameters} and {@code allowedCommands} with {@link AllowedCommands}.
 *
 * @param maxMemoryBytes above 0; Redis reads 0 as no limit
 * @param clientBytes what the buffers of all connections may take together
 * @param fsync without effect unless {@code persistence} is AppendOnly
 * @param parameters further lines of redis.conf, name to raw value
 * @param allowedCommands names or {@code COMMAND|SUB}, in any letter case
 * @param tls empty if no connection is encrypted
 */
public record ServerSettings(
        long maxMemoryBytes,
        long clientBytes,
        EvictionPolicy evictionPolicy,
        PersistenceMode persistence,
        Fsync fsync,
        SortedMap<String, String> parameters,
        Set<DisabledCommand> disabledCommands,
        List<String> allowedCommands,
        Optional<TlsSettings> tls,
        Rendering rendering) {

    /** Copies the collections; the disabled commands are kept in the order of their enum. */
    public ServerSettings {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        EnumSet<DisabledCommand> disabled = EnumSet.noneOf(DisabledCommand.class);
        disabled.addAll(disabledCommands);
        disabledCommands = Collections.unmodifiableSet(disabled);
        allowedCommands = List.copyOf(allowedCommands);
    }

    /** Returns the same settings with another persistence mode. */
    public ServerSettings withPersistence(PersistenceMode mode) {
        return with(maxMemoryBytes, mode, rendering);
    }

    /** Returns the same settings with another limit. */
    public ServerSettings withMaxMemory(long bytes) {
        return with(bytes, persistence, rendering);
    }

    /** Returns the same settings, written otherwise. */
    public ServerSettings withRendering(Rendering other) {
        return with(maxMemoryBytes, persistence, other);
    }

    private ServerSettings with(long bytes, PersistenceMode mode, Rendering other) {
        return new ServerSettings(
                bytes,
                clientBytes,
                evictionPolicy,
                mode,
                fsync,
                parameters,
                disabledCommands,
                allowedCommands,
                tls,
                other);
    }
}
