package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.List;
import java.util.Optional;

/**
 * What HAProxy reads, as a file of its own before the others: a table for each rate, then a defaults section for each limit, which
 * a frontend or backend takes by {@code from}. A table below one of these would inherit from it, and so would what follows the file;
 * so the tables come first and an empty section last. A time is one number with the unit s: {@code 1h30m} would be an hour, and a bare
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
                rate -> rate.seconds() > LONGEST ? Optional.of("its times end at 596 hours") : Optional.empty());
        settings.limits().forEach((name, limit) -> {
            if (limit.rates().size() > MOST_RATES) {
                unsaid.refuse(name, limit, "it tracks a request in three tables at most");
            }
        });
        StringBuilder text = new StringBuilder();
        settings.limits()
                .forEach((name, limit) -> limit.rates().forEach(rate -> text.append(table(settings, name, rate))));
        settings.limits().forEach((name, limit) -> text.append(rules(settings, name, limit.rates())));
        return unsaid.rendered(file, text + "defaults %s\n".formatted(settings.policy()));
    }

    private static String table(LimitSettings settings, String name, Rate rate) {
        return "backend %1$s\n    stick-table type ipv6 size 100k expire %2$ds store http_req_rate(%2$ds)\n\n"
                .formatted(tableName(settings, name, rate), rate.seconds());
    }

    private static String rules(LimitSettings settings, String name, List<Rate> rates) {
        StringBuilder text = new StringBuilder("defaults %s_%s\n    mode http\n".formatted(settings.policy(), name));
        if (settings.mode() != LimitMode.DISABLED) {
            for (int at = 0; at < rates.size(); at++) {
                text.append("    http-request track-sc%d src table %s\n"
                        .formatted(at, tableName(settings, name, rates.get(at))));
            }
            for (int at = 0; at < rates.size(); at++) {
                text.append("    http-request %s if { sc_http_req_rate(%d) gt %d }\n"
                        .formatted(action(settings.mode()), at, rates.get(at).amount()));
            }
        }
        return text.append('\n').toString();
    }

    private static String action(LimitMode mode) {
        return mode == LimitMode.SHADOW ? "set-header X-RateLimit-Exceeded 1" : "deny deny_status 429";
    }

    private static String tableName(LimitSettings settings, String name, Rate rate) {
        return settings.policy() + "_" + name + "_" + rate.seconds();
    }
}
