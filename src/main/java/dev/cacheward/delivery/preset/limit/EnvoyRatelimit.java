package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Envoy's rate limit service reads: a domain of the policy's name, and in it a descriptor for each rate, with a counter for
 * each client. The first rate of a limit has the key {@code limit}; a further one has the key {@code limit_<unit>}, since equal
 * keys are refused. {@code shadow_mode} stands beside {@code rate_limit}; within it, it would be ignored.
 */
record EnvoyRatelimit(Optional<String> file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("EnvoyRatelimit");
        unsaid.want(settings, Windows::wholeUnit);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("domain", settings.policy());
        ArrayNode descriptors = root.putArray("descriptors");
        settings.limits().forEach((name, limit) -> {
            List<Rate> rates = limit.rates();
            for (int index = 0; index < rates.size(); index++) {
                String unit = rates.get(index).wholeUnit().map(Unit::word).orElse("");
                ObjectNode descriptor = descriptors.addObject();
                descriptor.put("key", index == 0 ? "limit" : "limit_" + unit).put("value", name);
                ObjectNode client = descriptor.putArray("descriptors").addObject();
                client.put("key", "client");
                put(client, rates.get(index).amount(), unit, settings.mode());
            }
        });
        return unsaid.rendered(file.orElse(settings.policy() + ".yaml"), FileText.yaml(root));
    }

    private static void put(ObjectNode client, long amount, String unit, LimitMode mode) {
        ObjectNode limit = client.putObject("rate_limit");
        if (mode == LimitMode.DISABLED) {
            limit.put("unlimited", true);
            return;
        }
        limit.put("unit", unit).put("requests_per_unit", amount);
        if (mode == LimitMode.SHADOW) {
            client.put("shadow_mode", true);
        }
    }
}
