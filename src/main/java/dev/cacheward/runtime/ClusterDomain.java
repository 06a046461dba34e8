package dev.cacheward.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain under which the cluster's DNS knows its Services. With it a host is complete: a reader's resolver needs no search
 * list. musl asks no search list for a name with as many dots as {@code ndots}.
 *
 * @param name such as {@code cluster.local}; a final dot stays, for clusters where even a complete name is searched for
 */
public record ClusterDomain(String name) {
    /** The domain of nearly every cluster. */
    public static final ClusterDomain DEFAULT = new ClusterDomain("cluster.local");

    /** Leaves room for the longest names of a Service and its namespace within the 253 characters of a host. */
    static final int LONGEST = 138;

    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern VALID =
            Pattern.compile("(?=.{1," + LONGEST + "}$)" + LABEL + "(\\." + LABEL + ")*\\.?");

    private static final String SERVICES = "svc.";

    /** Reads a domain; empty if the text is none, or too long. */
    static Optional<ClusterDomain> parse(String text) {
        return VALID.matcher(text).matches() ? Optional.of(new ClusterDomain(text)) : Optional.empty();
    }

    /**
     * Finds the domain in the search list that the kubelet gives to a pod: {@code ns.svc.DOMAIN svc.DOMAIN DOMAIN}.
     *
     * @param resolvConf the text of {@code /etc/resolv.conf}
     * @return empty outside of a cluster
     */
    public static Optional<ClusterDomain> ofResolvConf(String resolvConf) {
        List<String> search = resolvConf
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("search\\s.*"))
                // Of several lines, resolvers read the last one.
                .reduce((first, last) -> last)
                .map(line -> Arrays.stream(line.split("\\s+")).skip(1).toList())
                .orElse(List.of());
        return search.stream()
                .filter(entry -> entry.startsWith(SERVICES))
                .filter(entry -> search.stream().anyMatch(other -> other.endsWith("." + entry)))
                .map(entry -> entry.substring(SERVICES.length()).replaceFirst("\\.$", ""))
                .findFirst()
                .flatMap(ClusterDomain::parse);
    }

    /** Returns the complete name of a Service. */
    public String host(String service, String namespace) {
        return service + "." + namespace + "." + SERVICES + name;
    }
}
