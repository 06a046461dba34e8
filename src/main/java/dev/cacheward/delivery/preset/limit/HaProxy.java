package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What HAProxy reads, as a file of its own before the others: a table for each rate, and a defaults section for each limit, which
 * a frontend or backend takes by {@code from}. A time is one number with the unit s: {@code 1h30m} would be an hour, and a bare
 * number milliseconds. A table forgets no earlier than its window ends.
 */
record HaProxy(String file) implements Dialect<LimitSettings> {
    /** HAProxy's times are milliseconds in 31 bits. */
    private static final long LONGEST = Integer.MAX_VALUE / 1_000;

    /** A connection can be tracked in three tables. */
    private static final int MOST_RATES = 3;

    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("HAProxy");
        unsaid.want(
                settings,
                rate -> rate.seconds() > LONGEST ? Optional.of("its times end at 24 days") : Optional.empty());
        settings.limits().forEach((name, limit) -> {
            if (limit.rates().size() > MOST_RATES) {
                unsaid.refuse(name, limit, "it tracks a request in three tables at most");
            }
        });
        String text = settings.limits().entrySet().stream()
                .map(entry -> limit(settings, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return unsaid.rendered(file, text);
    }

    private static String limit(LimitSettings settings, String name, RateLimit limit) {
        List<Rate> rates = limit.rates();
        StringBuilder text = new StringBuilder();
        rates.forEach(rate -> text.append(
                ("backend %1$s\n" + "    stick-table type ipv6 size 100k expire %2$ds store http_req_rate(%2$ds)\n\n")
                        .formatted(table(settings, name, rate), rate.seconds())));
        text.append("defaults %s_%s\n    mode http\n".formatted(settings.policy(), name));
        if (settings.mode() != LimitMode.DISABLED) {
            for (int at = 0; at < rates.size(); at++) {
                text.append("    http-request track-sc%d src table %s\n"
                        .formatted(at, table(settings, name, rates.get(at))));
            }
            for (int at = 0; at < rates.size(); at++) {
                text.append("    http-request %s if { sc_http_req_rate(%d) gt %d }\n"
                        .formatted(action(settings.mode()), at, rates.get(at).amount()));
            }
        }
        return text.toString();
    }

    private static String action(LimitMode mode) {
        return mode == LimitMode.SHADOW ? "set-header X-RateLimit-Exceeded 1" : "deny deny_status 429";
    }

    private static String table(LimitSettings settings, String name, Rate rate) {
        return settings.policy() + "_" + name + "_" + rate.seconds();
    }
}
