package dev.cacheward.cli.imports.server;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.Found;
import dev.cacheward.redis.ServerVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parameters of one server say, in the terms of {@code spec.redis.managed}. Nothing is set at first. */
final class Parameters {
    final Optional<ServerVersion> version;
    final Map<String, String> config = new LinkedHashMap<>();
    final Set<DisabledCommand> disabled = EnumSet.noneOf(DisabledCommand.class);
    final List<Directive> saves = new ArrayList<>();
    Optional<Found<Long>> maxMemory = Optional.empty();
    Optional<EvictionPolicy> eviction = Optional.empty();
    Optional<Directive> appendOnly = Optional.empty();
    Optional<Directive> fsync = Optional.empty();

    /** @param version of the server that will run; empty if it is not known */
    Parameters(Optional<ServerVersion> version) {
        this.version = version;
    }
}
