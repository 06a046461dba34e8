package dev.cacheward.cli.imports.helm;

import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a chart says of its pods, as far as {@code podTemplate} says it. */
final class ChartPod {
    private static final Map<String, String> RENAMED = Map.of("podLabels", "labels", "podAnnotations", "annotations");
    private static final Set<String> MAPPINGS = Set.of("labels", "annotations", "nodeSelector", "affinity");
    private static final Set<String> LISTS = Set.of("tolerations", "topologySpreadConstraints");

    private final Ledger ledger;

    ChartPod(Ledger ledger) {
        this.ledger = ledger;
    }

    void read(String action, Item item, YamlNode value, ServerDraft server) {
        String word = item.name().substring(item.name().lastIndexOf('.') + 1);
        switch (action) {
            case "pullPolicy" -> put("imagePullPolicy", item, value, server);
            case "pullSecrets" -> pullSecrets(item, value, server);
            default -> put(RENAMED.getOrDefault(word, word), item, value, server);
        }
    }

    private void put(String field, Item item, YamlNode value, ServerDraft server) {
        boolean fits = MAPPINGS.contains(field)
                ? value instanceof YamlNode.Mapping
                : LISTS.contains(field) ? value instanceof YamlNode.Sequence : value instanceof YamlNode.Scalar;
        if (!fits) {
            left(item, value, "it is a template of the chart, which is not filled in here");
        } else if (value.tree().toString().contains("{{")) {
            left(item, value, "it holds a template of the chart, which is not filled in here");
        } else if (isReserved(field, value)) {
            left(item, value, "labels and annotations of cacheward.dev/ and app.kubernetes.io/ are the operator's own");
        } else {
            server.pod(field, item, value.tree());
            more(item, value);
        }
    }

    /** The item itself is one of the settings below it. */
    private void more(Item item, YamlNode value) {
        if (value.leaves() > 1) {
            ledger.block(new Entry(item, Outcome.TAKEN, "spec.redis.managed.podTemplate", "", value.leaves() - 1));
        }
    }

    private static boolean isReserved(String field, YamlNode value) {
        return (field.equals("labels") || field.equals("annotations"))
                && value instanceof YamlNode.Mapping mapping
                && mapping.fields().stream()
                        .anyMatch(entry -> entry.key().startsWith("cacheward.dev/")
                                || entry.key().startsWith("app.kubernetes.io/"));
    }

    private void pullSecrets(Item item, YamlNode value, ServerDraft server) {
        List<Object> names = value instanceof YamlNode.Sequence sequence
                ? sequence.items().stream()
                        .map(node ->
                                node instanceof YamlNode.Scalar scalar ? Map.of("name", scalar.text()) : node.tree())
                        .toList()
                : List.of();
        server.pod("imagePullSecrets", item, names);
        more(item, value);
    }

    private void left(Item item, YamlNode value, String why) {
        ledger.block(new Entry(item, Outcome.LEFT, why, "", value.leaves()));
    }
}
