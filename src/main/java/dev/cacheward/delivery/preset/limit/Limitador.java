package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.LimitSettings;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Limitador reads: an entry for each rate in a namespace of the policy's name, with a counter for each client. No entry is
 * no limit. It drops an entry whose seconds, conditions and variables are those of another; ours differ in one of them.
 */
record Limitador(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("Limitador");
        unsaid.noShadow(settings);
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        if (settings.mode() == LimitMode.ENFORCE) {
            settings.limits()
                    .forEach((name, limit) -> limit.rates().forEach(rate -> {
                        ObjectNode entry = entries.addObject();
                        entry.put("namespace", settings.policy())
                                .put("max_value", rate.amount())
                                .put("seconds", rate.seconds());
                        entry.putArray("conditions").add("descriptors[0].limit == '" + name + "'");
                        entry.putArray("variables").add("descriptors[0].client");
                    }));
        }
        return unsaid.rendered(file, FileText.yaml(entries));
    }
}
