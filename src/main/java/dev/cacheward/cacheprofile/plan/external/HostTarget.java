package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Tls;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host that an author names, as it is meant in the namespace of the profile. The operator runs in another one, where a short
 * name would lead elsewhere.
 *
 * @param lookup the name to look up, complete for a Service of the namespace
 * @param service the Service of the profile's own namespace that the host belongs to; empty for any other host
 */
public record HostTarget(String lookup, Optional<String> service) {
    private static final Pattern DOT = Pattern.compile("[.]");
    private static final String SERVICES = "svc";

    /** Reads a host as a pod of the profile's namespace would. */
    public static HostTarget of(String host, ProfileBasics profile) {
        String name = host.toLowerCase(Locale.ROOT);
        String namespace = profile.owner().namespace();
        String domain = profile.domain().name().replaceFirst("[.]$", "");
        String inside = name.replaceFirst("[.]$", "").replaceFirst("[.]svc[.]" + Pattern.quote(domain) + "$", ".svc");
        String[] labels = DOT.split(inside);
        boolean full = labels.length > 2 && labels[labels.length - 1].equals(SERVICES);
        int end = full ? labels.length - 1 : labels.length;
        boolean own = !host.contains(":")
                && (labels.length == 1 || labels[end - 1].equals(namespace) && (full || labels.length <= 2));
        if (!own) {
            return new HostTarget(host, Optional.empty());
        }
        String service = labels.length == 1 ? labels[0] : labels[end - 2];
        String pod = end > 2 ? String.join(".", Arrays.copyOf(labels, end - 2)) + "." : "";
        return new HostTarget(pod + profile.domain().host(service, namespace), Optional.of(service));
    }

    /** Returns the connection as the operator makes it: to the complete name, and with the certificate of the author's. */
    public Connection reached(Connection connection) {
        boolean renamed = !lookup.equals(connection.host());
        Optional<Tls> tls = connection
                .tls()
                .map(given -> renamed && given.serverName().isEmpty() ? given.named(connection.host()) : given);
        return new Connection(lookup, connection.port(), connection.authentication(), connection.database(), tls);
    }
}
