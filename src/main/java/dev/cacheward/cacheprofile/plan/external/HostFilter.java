package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.redis.client.external.AddressFilter;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.AllowedHosts;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the operator connect only where a pod of the profile's namespace could, or where the administrator allows it. Otherwise
 * an author could reach through the operator what network policies keep from them.
 *
 * @param host as the author names it
 * @param own what the Service of the profile's namespace that the host belongs to leads to; empty for any other host
 */
public record HostFilter(AllowedHosts allowed, String host, Set<AddressBlock> own) implements AddressFilter {
    /** Keeps a copy. */
    public HostFilter {
        own = Set.copyOf(own);
    }

    @Override
    public Optional<String> objection(InetAddress address) {
        return allowed.namespace() && isOwn(address) ? AllowedHosts.never(address) : allowed.objection(host, address);
    }

    /** Addresses of IPv6 have several spellings. */
    private boolean isOwn(InetAddress address) {
        return AddressBlock.single(address.getHostAddress())
                .filter(own::contains)
                .isPresent();
    }

    /** Returns why nothing is connected to where the administrator allows nothing. */
    public static Cause off() {
        return new Cause(
                Reason.HOST_NOT_ALLOWED,
                "The administrator of the operator allows no Redis that somebody else runs (chart value external.allowedHosts is"
                        + " empty). Ask for the host to be allowed, or use spec.redis.managed.");
    }
}
