package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.PythonText;
import dev.cacheward.delivery.value.TtlSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Django's cache framework takes for TIMEOUT: None is for ever, 0 is not cached. A text that is no number would be 300
 * seconds, and no text says None, so these are literals.
 */
record Django(String file) implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        ObjectNode timeouts = JsonNodeFactory.instance.objectNode();
        settings.ttls()
                .forEach((name, ttl) -> timeouts.set(
                        name,
                        settings.enabled()
                                ? ttl.<JsonNode>told(LongNode::valueOf, NullNode.getInstance(), IntNode.valueOf(0))
                                : IntNode.valueOf(0)));
        return Rendered.file(
                file,
                PythonText.assignment("CACHE_ENABLED", BooleanNode.valueOf(settings.enabled()))
                        + PythonText.assignment("CACHE_TIMEOUTS", timeouts));
    }
}
