package dev.cacheward.cli.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Makes the values of a document from its nodes, and notes where each stands. */
final class NodeReader {
    /** What a scalar without quotes and without a tag is marked with. */
    static final Tag PLAIN = new Tag("tag:cacheward.dev,2026:plain");

    private static final Tag BINARY = new Tag(Tag.PREFIX + "binary");
    private static final String MERGE = "<<";
    static final int DEEPEST = 100;
    /** Far above what the API server takes, and below what a bomb of aliases makes. */
    private static final int MOST_NODES = 200_000;

    private final Positions positions;
    private final Consumer<Complaint> complaints;
    private int nodes;

    NodeReader(Positions positions, Consumer<Complaint> complaints) {
        this.positions = positions;
        this.complaints = complaints;
    }

    /** @throws UnreadableException if the document is too large */
    Object read(Node root) {
        root.getStartMark().ifPresent(mark -> positions.put("", mark));
        return value(root, "", 0);
    }

    private Object value(Node node, String field, int depth) {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw new UnreadableException(
                    node.getStartMark(), depth > DEEPEST ? "it is nested too deeply" : "it is too large");
        }
        if (node instanceof MappingNode mapping) {
            return map(mapping, field, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return list(sequence, field, depth);
        }
        return scalar((ScalarNode) node);
    }

    private Map<String, Object> map(MappingNode mapping, String field, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key
                    && key.getTag().equals(PLAIN)
                    && key.getValue().equals(MERGE)) {
                merged.add(entry.getValueNode());
            } else {
                put(map, entry, field, depth);
            }
        }
        merged.forEach(from -> merge(map, from, field, depth));
        return map;
    }

    private void put(Map<String, Object> map, NodeTuple entry, String field, int depth) {
        String name = String.valueOf(value(entry.getKeyNode(), field, depth + 1));
        String path = field.isEmpty() ? name : field + "." + name;
        Mark mark = entry.getKeyNode().getStartMark().orElseThrow();
        if (map.containsKey(name)) {
            complaints.accept(new Complaint(
                    positions.place(mark),
                    "duplicate field \"" + path
                            + "\": kubectl takes the last one without a word, other tools refuse it",
                    false));
        }
        positions.put(path, mark);
        map.put(name, value(entry.getValueNode(), path, depth + 1));
    }

    /** What stands in the map itself wins. */
    private void merge(Map<String, Object> map, Node from, String field, int depth) {
        if (from instanceof SequenceNode several) {
            several.getValue().forEach(each -> merge(map, each, field, depth + 1));
        } else if (value(from, field, depth + 1) instanceof Map<?, ?> other) {
            other.forEach((name, value) -> map.putIfAbsent(name.toString(), value));
        }
    }

    private List<Object> list(SequenceNode sequence, String field, int depth) {
        List<Object> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String path = field + "[" + list.size() + "]";
            item.getStartMark().ifPresent(mark -> positions.put(path, mark));
            list.add(value(item, path, depth + 1));
        }
        return list;
    }

    private static Object scalar(ScalarNode node) {
        if (node.getTag().equals(PLAIN)) {
            return PlainScalars.value(node.getValue());
        }
        return node.getTag().equals(BINARY)
                ? new String(Base64.getMimeDecoder().decode(node.getValue()), StandardCharsets.UTF_8)
                : node.getValue();
    }
}
