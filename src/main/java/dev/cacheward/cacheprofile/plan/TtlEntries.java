package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.delivery.DeliveryRendering;
import dev.cacheward.delivery.TtlForm;
import dev.cacheward.delivery.value.EntryNames;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The TTLs of a spec, with the tiers that they name.
 *
 * @param ttls by name; not complete if there is a problem
 */
record TtlEntries(SortedMap<String, Ttl> ttls, List<Problem> problems) {
    private static final Pattern TIER = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    static TtlEntries of(CacheProfileSpec spec, BoundsCheck bounds) {
        Map<String, String> written = Optional.ofNullable(spec.ttls()).orElse(Map.of());
        List<Problem> problems = new ArrayList<>(EntryNames.check("spec.ttls", written.keySet()));
        SortedMap<String, String> tiers =
                new TreeMap<>(Optional.ofNullable(spec.tiers()).orElse(Map.of()));
        tiers.forEach((name, text) -> {
            String field = "spec.tiers." + name;
            if (!TIER.matcher(name).matches()) {
                problems.add(new Problem(
                        field,
                        Quote.of(name)
                                + " is not the name of a tier: allowed are 1 to 31 lower case letters, digits and"
                                + " '_', a letter first"));
            }
            bounded(text, bounds).either(ttl -> {}, message -> problems.add(new Problem(field, message)));
        });
        SortedMap<String, Ttl> ttls = new TreeMap<>();
        new TreeMap<>(written)
                .forEach((name, text) -> resolved(text, tiers, bounds)
                        .either(
                                ttl -> ttls.put(name, ttl),
                                message -> problems.add(new Problem("spec.ttls." + name, message))));
        return new TtlEntries(ttls, problems);
    }

    /** Returns what is delivered of them; nothing if there is a problem. */
    DeliveryRendering rendered(List<TtlDelivery> items, boolean enabled) {
        return problems.isEmpty()
                ? DeliveryRendering.of(items, new TtlForm(new TtlSettings(enabled, ttls)))
                : DeliveryRendering.nothing();
    }

    /** Reads a TTL or the name of a tier. What is wrong with the tier itself is told once, there. */
    private static Parsed<Ttl> resolved(String text, Map<String, String> tiers, BoundsCheck bounds) {
        if (tiers.containsKey(text)) {
            return Ttl.parse(tiers.get(text))
                    .<Parsed<Ttl>>fold(Parsed.Valid::new, told -> new Parsed.Valid<>(new Ttl.Disabled()));
        }
        return bounded(text, bounds)
                .fold(Parsed.Valid::new, message -> new Parsed.Invalid<>(message + known(text, tiers)));
    }

    private static String known(String text, Map<String, String> tiers) {
        return TIER.matcher(text).matches() && !tiers.isEmpty()
                ? " The tiers of this profile are " + String.join(", ", tiers.keySet()) + "."
                : "";
    }

    private static Parsed<Ttl> bounded(String text, BoundsCheck bounds) {
        return Ttl.parse(text)
                .fold(
                        ttl -> bounds.check(text, ttl)
                                .<Parsed<Ttl>>map(Parsed.Invalid::new)
                                .orElseGet(() -> new Parsed.Valid<>(ttl)),
                        Parsed.Invalid::new);
    }
}
