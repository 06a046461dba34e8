package dev.cacheward.cli.imports;

import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.cli.imports.yaml.YamlNode;
import dev.cacheward.cli.imports.yaml.YamlReader;
import dev.cacheward.validation.Parsed;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the JSON object that a variable holds; JSON is YAML. */
final class YamlValues {
    private YamlValues() {}

    /** @return empty if it is no object; its entries stand where the variable does */
    static Optional<Value> of(Item item, String text) {
        return YamlReader.read(item.place().file(), text) instanceof Parsed.Valid<YamlNode> node
                        && node.value() instanceof YamlNode.Mapping
                ? Optional.of(value(item, node.value()))
                : Optional.empty();
    }

    private static Value value(Item item, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Value.Table(mapping.fields().stream()
                    .map(field -> new Value.Pair(item.place(), field.key(), value(item, field.value())))
                    .toList());
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return new Value.Items(
                    sequence.items().stream().map(part -> value(item, part)).toList());
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return switch (scalar.kind()) {
            case NULL -> new Value.Nothing();
            case FLAG -> new Value.Flag(Boolean.TRUE.equals(scalar.tree()));
            case NUMBER ->
                scalar.text().matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")
                        ? new Value.Number(new BigDecimal(scalar.text()))
                        : new Value.Text(scalar.text());
            case TEXT -> new Value.Text(scalar.text());
        };
    }
}
