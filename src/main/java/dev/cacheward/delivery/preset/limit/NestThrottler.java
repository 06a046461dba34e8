package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit;
import dev.cacheward.delivery.value.RateLimit.Rate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What @nestjs/throttler reads: throttlers for all routes, and what replaces them at a route. Two throttlers need two names,
 * and a route can only replace a throttler that exists. So there is one for each rate of the longest limit, and a limit with
 * fewer rates repeats its last one: that refuses nothing more. Without a limit called default the throttlers let all requests
 * through.
 */
record NestThrottler(String file) implements Dialect<LimitSettings> {
    private static final List<String> NAMES = List.of("default", "second", "third", "fourth");
    private static final long ANY_NUMBER = Integer.MAX_VALUE;

    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("NestThrottler");
        unsaid.want(settings, Windows::timer);
        unsaid.noShadow(settings);
        int throttlers = settings.limits().values().stream()
                .mapToInt(limit -> limit.rates().size())
                .max()
                .orElse(1);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("enabled", settings.mode() == LimitMode.ENFORCE);
        ArrayNode everywhere = root.putArray("throttlers");
        for (int at = 0; at < throttlers; at++) {
            ObjectNode throttler = everywhere.addObject().put("name", NAMES.get(at));
            put(throttler, Optional.ofNullable(settings.limits().get("default")), at);
        }
        ObjectNode routes = root.putObject("routes");
        settings.limits().forEach((name, limit) -> {
            ObjectNode route = routes.putObject(name);
            for (int at = 0; at < throttlers; at++) {
                put(route.putObject(NAMES.get(at)), Optional.of(limit), at);
            }
        });
        return unsaid.rendered(file, FileText.json(root));
    }

    private static void put(ObjectNode into, Optional<RateLimit> limit, int at) {
        Optional<Rate> rate = limit.map(RateLimit::rates).map(rates -> rates.get(Math.min(at, rates.size() - 1)));
        into.put("ttl", rate.map(Rate::seconds).orElse(1L) * 1_000);
        into.put("limit", rate.map(Rate::amount).orElse(ANY_NUMBER));
    }
}
