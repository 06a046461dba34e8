package dev.cacheward.cli.imports.helm;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the values of a release, or of the chart of an application that has a Redis below it. */
public final class HelmReader {
    private static final Set<String> BELOW = Set.of("redis", "valkey", "redis-ha", "redis-cluster", "valkey-cluster");
    private static final Set<String> CHART = Set.of(
            "architecture",
            "master",
            "primary",
            "replica",
            "auth",
            "commonConfiguration",
            "valkeyConfig",
            "dataStorage",
            "haproxy",
            "hardAntiAffinity",
            "persistentVolume",
            "sentinel",
            "persistence");

    private final Draft draft;
    private final Ledger ledger;
    private final ChartRules rules = ChartRules.load();
    private int empty;
    private Optional<Item> firstEmpty = Optional.empty();

    /** @param draft receives what is found */
    public HelmReader(Draft draft) {
        this.draft = draft;
        this.ledger = draft.ledger();
    }

    /** @param root the whole file */
    public void read(YamlNode.Mapping root) {
        List<YamlNode.Field> fields = root.fields().stream()
                .filter(field -> !field.key().endsWith(" VALUES"))
                .toList();
        boolean own = fields.stream().anyMatch(field -> CHART.contains(field.key()));
        boolean below = !own && fields.stream().anyMatch(HelmReader::isChartBelow);
        if (below) {
            umbrella(fields);
        } else {
            chart(new YamlNode.Mapping(root.place(), fields), "");
        }
        firstEmpty.ifPresent(item -> ledger.block(new Entry(
                new Item(item.place(), item.name() + " and others"), Outcome.OURS, "they are empty", "", empty)));
    }

    private static boolean isChartBelow(YamlNode.Field field) {
        return BELOW.contains(field.key()) && field.value() instanceof YamlNode.Mapping;
    }

    private void umbrella(List<YamlNode.Field> fields) {
        for (YamlNode.Field field : fields) {
            if (isChartBelow(field) && draft.server().isEmpty() && !isOff((YamlNode.Mapping) field.value())) {
                chart((YamlNode.Mapping) field.value(), field.key() + ".");
            } else if (field.key().equals("externalRedis") && field.value() instanceof YamlNode.Mapping mapping) {
                walk(mapping, "", field.key() + ".", new ChartFields(draft, draft.server()));
            } else {
                ledger.block(new Entry(
                        new Item(field.place(), field.key()),
                        Outcome.LEFT,
                        isChartBelow(field)
                                ? "it is switched off, or another one was read"
                                : "it is about another chart",
                        "",
                        field.value().leaves()));
            }
        }
    }

    private static boolean isOff(YamlNode.Mapping mapping) {
        return mapping.get("enabled")
                .map(YamlNode::tree)
                .filter(Boolean.FALSE::equals)
                .isPresent();
    }

    private void chart(YamlNode.Mapping values, String shown) {
        ServerDraft server = draft.server(new Item(values.place(), shown.isEmpty() ? "values" : shown));
        ChartFields fields = new ChartFields(draft, Optional.of(server));
        walk(values, shown, "", fields);
        fields.finish();
    }

    /**
     * @param shown what stands before the path in the report
     * @param path of the mapping within the chart, with a dot at its end
     */
    private void walk(YamlNode.Mapping mapping, String shown, String path, ChartFields fields) {
        List<YamlNode.Field> unknown = new ArrayList<>();
        for (YamlNode.Field field : mapping.fields()) {
            String name = path + field.key();
            Item item = new Item(field.place(), shown + name);
            Optional<ChartRules.Rule> rule = rules.find(name);
            if (field.value().isEmpty()) {
                empty++;
                firstEmpty = firstEmpty.or(() -> Optional.of(item));
            } else if (rule.isPresent() && fields.apply(rule.get(), item, field)) {
                continue;
            } else if (field.value() instanceof YamlNode.Mapping below) {
                walk(below, shown, name + ".", fields);
            } else {
                unknown.add(field);
            }
        }
        unknown(unknown, shown + path);
    }

    private void unknown(List<YamlNode.Field> fields, String path) {
        if (!fields.isEmpty()) {
            String names =
                    String.join(", ", fields.stream().map(YamlNode.Field::key).toList());
            ledger.block(new Entry(
                    new Item(fields.get(0).place(), path + (fields.size() == 1 ? names : "(" + names + ")")),
                    Outcome.LEFT,
                    "no field of a profile says it",
                    "",
                    fields.stream().mapToInt(field -> field.value().leaves()).sum()));
        }
    }
}
