package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What @fastify/rate-limit reads: options for each route. It takes a count that is a text for no count, and allows 1000. */
record FastifyRateLimit(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("FastifyRateLimit");
        unsaid.wantOneRate(settings);
        unsaid.noShadow(settings);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("enabled", settings.mode() == LimitMode.ENFORCE);
        ObjectNode limits = root.putObject("limits");
        settings.limits().forEach((name, limit) -> {
            Rate rate = limit.rates().get(0);
            limits.putObject(name).put("max", rate.amount()).put("timeWindow", rate.seconds() * 1_000);
        });
        return unsaid.rendered(file, FileText.json(root));
    }
}
