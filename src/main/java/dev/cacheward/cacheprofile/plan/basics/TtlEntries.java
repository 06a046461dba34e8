package dev.cacheward.cacheprofile.plan.basics;

import dev.cacheward.api.v1alpha1.CacheProfileSpec;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.delivery.DeliveryRendering;
import dev.cacheward.delivery.TtlForm;
import dev.cacheward.delivery.value.EntryNames;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
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
        problems.addAll(names(tiers));
        SortedMap<String, Ttl> times = read("spec.tiers.", tiers, bounds, "", problems);
        SortedMap<String, String> own = new TreeMap<>(written);
        own.values().removeAll(tiers.keySet());
        SortedMap<String, Ttl> ttls = read("spec.ttls.", own, bounds, known(tiers), problems);
        written.forEach((name, tier) -> Optional.ofNullable(times.get(tier)).ifPresent(time -> ttls.put(name, time)));
        return new TtlEntries(ttls, problems);
    }

    private static List<Problem> names(SortedMap<String, String> tiers) {
        return tiers.keySet().stream()
                .filter(name -> !TIER.matcher(name).matches())
                .map(name -> new Problem(
                        "spec.tiers." + name,
                        Quote.of(name)
                                + " is not the name of a tier: allowed are 1 to 31 lower case letters, digits and"
                                + " '_', a letter first"))
                .toList();
    }

    /** @param words follow the message about a word that could be the name of a tier */
    private static SortedMap<String, Ttl> read(
            String path, SortedMap<String, String> texts, BoundsCheck bounds, String words, List<Problem> problems) {
        SortedMap<String, Ttl> ttls = new TreeMap<>();
        texts.forEach((name, text) -> Ttl.parse(text)
                .unless(ttl -> bounds.check(text, ttl))
                .either(
                        ttl -> ttls.put(name, ttl),
                        message -> problems.add(new Problem(
                                path + name, message + (TIER.matcher(text).matches() ? words : "")))));
        return ttls;
    }

    private static String known(SortedMap<String, String> tiers) {
        return tiers.isEmpty() ? "" : " The tiers of this profile are " + String.join(", ", tiers.keySet()) + ".";
    }

    /** Returns what is delivered of them; nothing if there is a problem. */
    DeliveryRendering rendered(List<TtlDelivery> items, boolean enabled) {
        return problems.isEmpty()
                ? DeliveryRendering.of(items, new TtlForm(new TtlSettings(enabled, ttls)))
                : DeliveryRendering.nothing();
    }
}
