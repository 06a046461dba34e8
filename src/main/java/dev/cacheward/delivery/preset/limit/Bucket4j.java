package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the filters of bucket4j's Spring Boot starter take: the bandwidths of each limit, for placeholders. Its unit is a plural;
 * a singular stops the application.
 */
record Bucket4j(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("Bucket4j");
        unsaid.want(settings, Windows::clock);
        unsaid.noShadow(settings);
        SortedMap<String, Object> lines = new TreeMap<>();
        lines.put("bucket4j.enabled", settings.mode() == LimitMode.ENFORCE);
        settings.limits().forEach((name, limit) -> {
            List<Rate> rates = limit.rates();
            for (int index = 0; index < rates.size(); index++) {
                String bandwidth = "rate-limit." + name + ".bandwidths[" + index + "].";
                lines.put(bandwidth + "capacity", rates.get(index).amount());
                lines.put(bandwidth + "time", rates.get(index).multiple());
                lines.put(bandwidth + "unit", rates.get(index).unit().word() + "s");
            }
        });
        return unsaid.rendered(file, FileText.properties(lines));
    }
}
