package dev.cacheward.delivery.format;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.ValueNode;
import tools.jackson.dataformat.javaprop.JavaPropsMapper;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The whole text of a file format. It is sorted and ends with a line break. */
public final class FileText {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writer();

    private static final ObjectWriter YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build()
            .writer();

    private static final ObjectWriter TOML = new TomlMapper().writer();
    private static final ObjectWriter PROPERTIES = new JavaPropsMapper().writer();

    private FileText() {}

    static String of(DeliveryFormat format, SortedMap<String, ValueNode> values) {
        return switch (format) {
            case JSON -> json(tree(values));
            case YAML -> yaml(tree(values));
            case TOML -> TOML.writeValueAsString(tree(values));
            case PROPERTIES -> PROPERTIES.writeValueAsString(tree(values));
            case PYTHON -> PythonText.of(values);
            case DOT_ENV -> DotEnvText.of(values);
            case ENV, ENV_JSON -> throw new IllegalArgumentException(format + " is no file");
        };
    }

    /** Returns indented JSON. */
    public static String json(Object tree) {
        return JSON.writeValueAsString(tree) + "\n";
    }

    /** Returns YAML in which every text that looks like another type is quoted. */
    public static String yaml(Object tree) {
        return YAML.writeValueAsString(tree);
    }

    /** Returns a line for each entry, in the order of the map. */
    public static String properties(SortedMap<String, ?> lines) {
        return PROPERTIES.writeValueAsString(lines);
    }

    /** Makes a level of each part of a name. No name is the beginning of another. */
    private static ObjectNode tree(SortedMap<String, ValueNode> values) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> {
            List<String> parts = List.of(name.split("\\."));
            ObjectNode at = root;
            for (String level : parts.subList(0, parts.size() - 1)) {
                at = at.withObjectProperty(level);
            }
            at.set(parts.get(parts.size() - 1), value);
        });
        return root;
    }
}
