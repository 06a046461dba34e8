package dev.cacheward.cli.imports.helm;

import dev.cacheward.cli.imports.conf.FlagReader;
import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads parameters that a chart takes as a list of flags or as a mapping. */
final class ChartFlags {
    private ChartFlags() {}

    /** An entry of the list may hold a flag and its value. */
    static void read(YamlNode value, ServerDraft server, Ledger ledger) {
        List<FlagReader.Word> words = new ArrayList<>();
        for (YamlNode.Scalar scalar : value.scalars()) {
            Stream.of(scalar.text().strip().split("\\s+"))
                    .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
                    .forEach(word -> words.add(new FlagReader.Word(scalar.place(), word, true)));
        }
        FlagReader.read(words, server, ledger);
    }

    static void parameters(Item item, YamlNode value, ServerDraft server) {
        if (value instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Field field : mapping.fields()) {
                Item at = new Item(field.place(), item.name() + "." + field.key());
                // A list is several lines.
                for (YamlNode.Scalar scalar : field.value().isEmpty()
                        ? List.of(blank(field))
                        : field.value().scalars()) {
                    server.add(new Directive(
                            at,
                            field.key().toLowerCase(Locale.ROOT),
                            List.of(scalar.text().strip().replaceAll("^\"\"$", ""))));
                }
            }
        }
    }

    private static YamlNode.Scalar blank(YamlNode.Field field) {
        return new YamlNode.Scalar(field.place(), "", YamlNode.Kind.TEXT, field.place());
    }
}
