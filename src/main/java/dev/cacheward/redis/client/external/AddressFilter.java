package dev.cacheward.redis.client.external;

import java.net.InetAddress;
import java.util.Optional;

/** Decides which addresses the operator connects to. */
@FunctionalInterface
public interface AddressFilter {
    /** Returns why not to connect there, as the end of the sentence "The host ..."; empty if nothing is against it. */
    Optional<String> objection(InetAddress address);
}
