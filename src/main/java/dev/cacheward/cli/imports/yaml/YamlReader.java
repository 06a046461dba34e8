package dev.cacheward.cli.imports.yaml;

import dev.cacheward.cli.imports.report.Place;
import dev.cacheward.cli.yaml.BoundedYaml;
import dev.cacheward.validation.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a YAML file, with anchors and merge keys ({@code <<}). */
public final class YamlReader {
    private static final int DEEPEST = 60;
    private static final int MOST_NODES = 100_000;
    private static final String MERGE = "<<";

    private final String file;
    private final String[] lines;
    private int nodes;

    private YamlReader(String file, String text) {
        this.file = file;
        this.lines = text.split("\n", -1);
    }

    /** Reads the first document; the message of a refusal begins with the place. */
    public static Parsed<YamlNode> read(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(MOST_NODES)
                .build();
        try {
            for (Node root : BoundedYaml.compose(settings, text, DEEPEST)) {
                return new Parsed.Valid<>(new YamlReader(file, text).node(root, 0));
            }
            return new Parsed.Valid<>(new YamlNode.Mapping(new Place(file, 1, 1), List.of()));
        } catch (MarkedYamlEngineException broken) {
            return new Parsed.Invalid<>(place(file, broken.getProblemMark()) + ": this is no YAML: "
                    + broken.getProblem().replaceAll("\\s+", " "));
        } catch (YamlEngineException broken) {
            return new Parsed.Invalid<>(new Place(file, 1, 1) + ": this is no YAML");
        } catch (TooLargeException tooLarge) {
            return new Parsed.Invalid<>(new Place(file, 1, 1) + ": " + tooLarge.getMessage());
        }
    }

    /** Ends the reading of a file that refers to itself, or grows by its anchors. */
    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("the file has more than " + DEEPEST + " levels or " + MOST_NODES
                    + " values, once its anchors are resolved");
        }
    }

    private YamlNode node(Node node, int depth) {
        nodes++;
        if (depth > DEEPEST || nodes > MOST_NODES) {
            throw new TooLargeException();
        }
        Place place = place(file, node.getStartMark());
        if (node instanceof MappingNode mapping) {
            return new YamlNode.Mapping(place, fields(mapping, depth + 1));
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode.Sequence(
                    place,
                    sequence.getValue().stream()
                            .map(item -> node(item, depth + 1))
                            .toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlNode.Scalar(place, scalar.getValue(), kind(scalar), begin(scalar, place));
    }

    private List<YamlNode.Field> fields(MappingNode mapping, int depth) {
        List<YamlNode.Field> own = new ArrayList<>();
        List<YamlNode.Field> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlNode value = node(tuple.getValueNode(), depth);
            if (key.equals(MERGE)) {
                merged.addAll(merged(value));
            } else {
                own.add(new YamlNode.Field(place(file, tuple.getKeyNode().getStartMark()), key, value));
            }
        }
        merged.stream()
                .filter(field -> own.stream().noneMatch(known -> known.key().equals(field.key())))
                .toList()
                .forEach(own::add);
        return own;
    }

    private static List<YamlNode.Field> merged(YamlNode value) {
        if (value instanceof YamlNode.Mapping mapping) {
            return mapping.fields();
        }
        return value instanceof YamlNode.Sequence sequence
                ? sequence.items().stream()
                        .flatMap(item -> merged(item).stream())
                        .toList()
                : List.of();
    }

    private static YamlNode.Kind kind(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return YamlNode.Kind.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlNode.Kind.FLAG;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? YamlNode.Kind.NUMBER : YamlNode.Kind.TEXT;
    }

    /** A block begins on the next line, after its indentation. */
    private Place begin(ScalarNode scalar, Place place) {
        ScalarStyle style = scalar.getScalarStyle();
        if (style != ScalarStyle.LITERAL && style != ScalarStyle.FOLDED) {
            return place;
        }
        String first = place.line() < lines.length ? lines[place.line()] : "";
        return new Place(
                place.file(),
                place.line() + 1,
                1 + first.length() - first.stripLeading().length());
    }

    private static Place place(String file, Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> new Place(file, 1, 1));
    }
}
