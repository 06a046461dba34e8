package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.delivery.value.TtlSettings;
import dev.cacheward.validation.ExpectedParsed;
import dev.cacheward.validation.Parsed;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Settings made from texts, as a spec has them. */
final class SampleSettings {
    private SampleSettings() {}

    static TtlSettings ttls(boolean enabled, Map<String, String> ttls) {
        return new TtlSettings(enabled, parsed(ttls, Ttl::parse));
    }

    static LimitSettings limits(LimitMode mode, Map<String, String> limits) {
        return new LimitSettings("shop", mode, parsed(limits, RateLimit::parse));
    }

    private static <T> SortedMap<String, T> parsed(Map<String, String> texts, Function<String, Parsed<T>> parser) {
        SortedMap<String, T> values = new TreeMap<>();
        texts.forEach((name, text) -> values.put(name, ExpectedParsed.value(parser.apply(text))));
        return values;
    }
}
