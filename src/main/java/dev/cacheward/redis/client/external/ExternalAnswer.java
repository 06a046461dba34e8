package dev.cacheward.redis.client.external;

import dev.cacheward.redis.client.ServerInfo;
import java.util.Optional;
import java.util.Set;

/**
 * What a server of somebody else showed in a full check that it passed.
 *
 * @param capabilities what it offers beside what every application needs
 * @param open whether it takes everybody, although a login was sent: then the login guards nothing
 * @param info empty if it tells nothing that is understood
 * @param evictionPolicy as it says itself, such as {@code noeviction}; empty if it says nothing
 */
public record ExternalAnswer(
        Set<Capability> capabilities, boolean open, Optional<ServerInfo> info, Optional<String> evictionPolicy) {
    /** Keeps a copy. */
    public ExternalAnswer {
        capabilities = Set.copyOf(capabilities);
    }
}
