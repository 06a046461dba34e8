package dev.cacheward.delivery.preset.cache;

import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.FileText;
import dev.cacheward.delivery.value.TtlSettings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What cache-manager and keyv take: milliseconds, as a number, since a text is for ever in memory. 0 is for ever. */
record CacheManager(String file) implements Dialect<TtlSettings> {
    @Override
    public Rendered write(TtlSettings settings) {
        Unsaid unsaid = new Unsaid("CacheManager");
        if (settings.enabled()) {
            unsaid.noneDisabled(settings);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("enabled", settings.enabled());
        ObjectNode ttls = root.putObject("ttl");
        settings.ttls().forEach((name, ttl) -> ttls.put(name, ttl.told(seconds -> seconds * 1_000, 0L, 1L)));
        return unsaid.rendered(file, FileText.json(root));
    }
}
