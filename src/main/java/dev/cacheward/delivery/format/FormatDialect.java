package dev.cacheward.delivery.format;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.Settings;
import dev.cacheward.delivery.value.TtlSettings;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.node.ValueNode;

/**
 * A format that is nobody's own, under names of ours or of the author.
 *
 * @param key of a file format; empty means the format's default
 */
public record FormatDialect(DeliveryFormat format, Optional<String> key, ItemNames names) implements Dialect<Settings> {
    @Override
    public Rendered write(Settings settings) {
        if (format == DeliveryFormat.ENV_JSON) {
            return json(Vocabulary.of(settings));
        }
        Variables variables = Variables.of(Vocabulary.of(settings), names, NameStyle.of(format));
        if (!variables.problems().isEmpty()) {
            return Rendered.refused(variables.problems());
        }
        return format == DeliveryFormat.ENV
                ? Rendered.of(texts(variables.values()))
                : Rendered.file(key.orElseGet(() -> defaultKey(settings)), FileText.of(format, variables.values()));
    }

    private Rendered json(Vocabulary vocabulary) {
        if (names.template().isPresent() || !names.single().isEmpty()) {
            return Rendered.refused(List.of(new Problem(
                    names.template().isPresent() ? "template" : "names",
                    "says nothing with format EnvJson, whose object has the names of the spec; allowed is prefix")));
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        vocabulary.entries().forEach(all::set);
        Variables variables = Variables.of(vocabulary, names, StringNode.valueOf(all.toString()));
        return variables.problems().isEmpty()
                ? Rendered.of(texts(variables.values()))
                : Rendered.refused(variables.problems());
    }

    private static SortedMap<String, String> texts(SortedMap<String, ValueNode> values) {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, value.asString()));
        return texts;
    }

    private String defaultKey(Settings settings) {
        String stem = settings instanceof TtlSettings ? "cache" : "limits";
        return switch (format) {
            case PYTHON -> stem + "_settings.py";
            case DOT_ENV -> stem + ".env";
            default -> stem + "." + format.value().toLowerCase(Locale.ROOT);
        };
    }
}
