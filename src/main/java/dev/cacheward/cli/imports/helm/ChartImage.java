package dev.cacheward.cli.imports.helm;

import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the name of an image together, which charts write in parts. */
final class ChartImage {
    private final Ledger ledger;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();

    ChartImage(Ledger ledger) {
        this.ledger = ledger;
    }

    void part(Item item, String text) {
        String word = item.name().substring(item.name().lastIndexOf('.') + 1);
        parts.put(word, text);
        items.put(word, item);
    }

    void finish(ServerDraft server) {
        String whole = parts.getOrDefault("image", "");
        Optional<Item> item =
                Optional.ofNullable(items.get("image")).or(() -> Optional.ofNullable(items.get("repository")));
        String registry = parts.getOrDefault("imageRegistry", parts.getOrDefault("registry", ""));
        String path = (registry.isEmpty() ? "" : registry + "/") + parts.getOrDefault("repository", "");
        String name = path
                + Optional.ofNullable(parts.get("tag")).map(tag -> ":" + tag).orElse("")
                + Optional.ofNullable(parts.get("digest"))
                        .map(digest -> "@" + digest)
                        .orElse("");
        item.ifPresent(known -> server.image.put(known, whole.isEmpty() ? name : whole));
        items.values().stream()
                .filter(other -> item.filter(other::equals).isEmpty())
                .forEach(other -> told(other, item));
    }

    private void told(Item part, Optional<Item> whole) {
        if (whole.isPresent()) {
            ledger.ours(part, "it is a part of the image, of which " + whole.get() + " tells");
        } else {
            ledger.left(part, "no repository is named beside it; the operator's own image is used", "");
        }
    }
}
