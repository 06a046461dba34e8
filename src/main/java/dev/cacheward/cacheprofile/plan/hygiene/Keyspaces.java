package dev.cacheward.cacheprofile.plan.hygiene;

import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.Keyspace;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and checks {@code spec.keyspaces}. */
public final class Keyspaces {
    private static final String FIELD = "spec.keyspaces";
    private static final int MOST = 32;
    private static final int LONGEST = 128;

    private Keyspaces() {}

    /** Returns everything that is wrong with them. */
    public static List<Problem> check(CacheProfileSpec spec) {
        List<Keyspace> written = written(spec);
        List<Problem> problems = new ArrayList<>();
        if (!written.isEmpty() && isExternal(spec)) {
            problems.add(
                    new Problem(
                            FIELD,
                            "cannot stand with spec.redis.external: keys are looked at only in a Redis that the operator runs"));
        }
        if (written.size() > MOST) {
            problems.add(new Problem(FIELD, written.size() + " are too many: allowed are at most " + MOST));
        }
        Set<String> prefixes = new HashSet<>();
        for (int i = 0; i < written.size(); i++) {
            String path = FIELD + "[" + i + "]";
            problems.addAll(check(path, written.get(i), ttls(spec)));
            if (!prefixes.add(written.get(i).prefix())) {
                problems.add(
                        new Problem(path + ".prefix", Quote.whole(written.get(i).prefix()) + " is there twice"));
            }
        }
        return problems;
    }

    private static List<Problem> check(String path, Keyspace keyspace, Map<String, String> ttls) {
        List<Problem> problems = new ArrayList<>();
        if (keyspace.prefix().isEmpty() || keyspace.prefix().length() > LONGEST) {
            problems.add(new Problem(
                    path + ".prefix",
                    Quote.of(keyspace.prefix()) + " is no prefix of keys: allowed are 1 to " + LONGEST
                            + " characters"));
        }
        if (!ttls.containsKey(keyspace.ttl())) {
            problems.add(new Problem(
                    path + ".ttl",
                    Quote.of(keyspace.ttl()) + " of prefix " + Quote.of(keyspace.prefix())
                            + " is not a name in spec.ttls"));
        }
        return problems;
    }

    /**
     * Returns the rules of a valid spec.
     *
     * @return those whose TTL can be read, in the order of the spec
     */
    public static List<KeyspaceRule> of(CacheProfileSpec spec) {
        return written(spec).stream()
                .flatMap(keyspace -> ttl(spec, keyspace.ttl()).stream()
                        .map(ttl -> new KeyspaceRule(keyspace.prefix(), keyspace.ttl(), ttl)))
                .toList();
    }

    private static Optional<Ttl> ttl(CacheProfileSpec spec, String name) {
        Map<String, String> tiers = Optional.ofNullable(spec.tiers()).orElse(Map.of());
        return Optional.ofNullable(ttls(spec).get(name))
                .map(text -> tiers.getOrDefault(text, text))
                .flatMap(text -> Ttl.parse(text).fold(Optional::<Ttl>of, refused -> Optional.empty()));
    }

    private static List<Keyspace> written(CacheProfileSpec spec) {
        return Optional.ofNullable(spec.keyspaces()).orElse(List.of());
    }

    private static Map<String, String> ttls(CacheProfileSpec spec) {
        return Optional.ofNullable(spec.ttls()).orElse(Map.of());
    }

    private static boolean isExternal(CacheProfileSpec spec) {
        return spec.redis() != null && spec.redis().external() != null;
    }
}
