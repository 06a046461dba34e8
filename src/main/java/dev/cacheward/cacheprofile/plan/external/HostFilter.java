package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.redis.client.external.AddressFilter;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.AllowedHosts;
import io.fabric8.kubernetes.api.model.Service;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the operator connect only where a pod of the profile's namespace could, or where the administrator allows it. Otherwise
 * an author could reach through the operator what network policies keep from them.
 *
 * @param host as the author names it
 * @param service the Service of the profile's namespace that the host belongs to; empty for any other host
 */
public record HostFilter(AllowedHosts allowed, String host, Optional<Service> service) implements AddressFilter {
    @Override
    public Optional<String> objection(InetAddress address) {
        return allowed.namespace()
                        && service.filter(found -> leadsTo(found, address)).isPresent()
                ? AllowedHosts.never(address)
                : allowed.objection(host, address);
    }

    /**
     * Whether a Service leads to pods of its namespace, by this address. One without a selector, or with another name behind it,
     * leads wherever its author says.
     */
    private static boolean leadsTo(Service service, InetAddress address) {
        Map<String, String> selector =
                Optional.ofNullable(service.getSpec().getSelector()).orElse(Map.of());
        List<String> own =
                Optional.ofNullable(service.getSpec().getClusterIPs()).orElse(List.of());
        boolean headless = own.contains("None");
        return !selector.isEmpty()
                && !"ExternalName".equals(service.getSpec().getType())
                && (headless || isAmong(own, address));
    }

    /** Addresses of IPv6 have several spellings. */
    private static boolean isAmong(List<String> texts, InetAddress address) {
        Optional<AddressBlock> sought = AddressBlock.single(address.getHostAddress());
        return texts.stream().anyMatch(text -> AddressBlock.single(text).equals(sought));
    }

    /** Returns why nothing is connected to where the administrator allows nothing. */
    public static Cause off() {
        return new Cause(
                Reason.HOST_NOT_ALLOWED,
                "The administrator of the operator allows no Redis that somebody else runs (chart value external.allowedHosts is"
                        + " empty). Ask for the host to be allowed, or use spec.redis.managed.");
    }
}
