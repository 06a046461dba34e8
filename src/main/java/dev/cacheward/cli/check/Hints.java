package dev.cacheward.cli.check;

import dev.cacheward.cli.check.schema.SchemaProblem;
import dev.cacheward.cli.manifest.Manifest;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.Ttl;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the operator guesses of a TTL or a limit where the API server's own hint says less. */
final class Hints {
    private static final Pattern ENTRY = Pattern.compile("spec\\.(ttls|tiers|limits)(?:\\[([^\\]]+)\\]|\\.(.+))");

    private Hints() {}

    static Optional<String> of(Manifest manifest, SchemaProblem problem) {
        return guess(manifest, problem.field())
                .filter(hint -> !problem.message().contains(hint));
    }

    /** @param field as the API server names it */
    private static Optional<String> guess(Manifest manifest, String field) {
        Matcher entry = ENTRY.matcher(field);
        if (!entry.matches() || !(manifest.content().get("spec") instanceof Map<?, ?> spec)) {
            return Optional.empty();
        }
        String name = entry.group(2) == null ? entry.group(3) : entry.group(2);
        return Optional.ofNullable(spec.get(entry.group(1)))
                .filter(Map.class::isInstance)
                .map(entries -> ((Map<?, ?>) entries).get(name))
                .map(Object::toString)
                .flatMap(written -> entry.group(1).equals("limits") ? RateLimit.hint(written) : Ttl.hint(written));
    }
}
