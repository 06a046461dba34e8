package dev.cacheward.runtime;

import java.util.ArrayList;
import java.util.List;

/** The names for which a resolver asks a DNS server, in order. */
final class ResolverOrder {
    private ResolverOrder() {}

    /** As musl 1.2 does: with {@code ndots} dots or a final one, the search list is not read at all. */
    static List<String> musl(String name, int ndots, List<String> search) {
        List<String> asked = new ArrayList<>();
        if (!name.endsWith(".") && name.chars().filter(c -> c == '.').count() < ndots) {
            search.forEach(domain -> asked.add(name + "." + domain));
        }
        asked.add(name.replaceFirst("\\.$", ""));
        return asked;
    }
}
