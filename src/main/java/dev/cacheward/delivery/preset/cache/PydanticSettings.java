package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a settings class with a field {@code cache_ttl: dict[str, int | None | Literal["disabled"]]} reads. None is what Redis
 * clients take for no expiry. A class that does not know the word does not start.
 */
record PydanticSettings() implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        ObjectNode ttls = JsonNodeFactory.instance.objectNode();
        settings.ttls()
                .forEach((name, ttl) -> ttls.set(
                        name,
                        ttl.<JsonNode>told(LongNode::valueOf, NullNode.getInstance(), StringNode.valueOf("disabled"))));
        TreeMap<String, String> keys = new TreeMap<>();
        keys.put("CACHE_ENABLED", Boolean.toString(settings.enabled()));
        keys.put("CACHE_TTL", ttls.toString());
        return Rendered.of(keys);
    }
}
