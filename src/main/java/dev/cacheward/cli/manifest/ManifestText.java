package dev.cacheward.cli.manifest;

import dev.cacheward.cli.yaml.BoundedYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/** Reads the objects in one text: YAML of one or more documents, JSON, or a List of objects. */
final class ManifestText {
    private static final LoadSettings AS_WRITTEN = LoadSettings.builder()
            .setSchema(new Schema() {
                @Override
                public ScalarResolver getScalarResolver() {
                    return (text, plain) -> plain ? NodeReader.PLAIN : Tag.STR;
                }

                @Override
                public Map<Tag, ConstructNode> getSchemaTagConstructors() {
                    return Map.of();
                }
            })
            .build();

    private final String file;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    ManifestText(String file) {
        this.file = file;
    }

    List<Manifest> manifests() {
        return manifests;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    /** Adds the objects of a text. After an error in its syntax the rest is not read. */
    ManifestText read(String text) {
        try {
            for (Node document : BoundedYaml.compose(AS_WRITTEN, text, NodeReader.DEEPEST)) {
                Positions positions = new Positions(file);
                add(new NodeReader(positions, complaints::add).read(document), positions, "");
            }
        } catch (MarkedYamlEngineException broken) {
            complain(broken.getProblemMark(), said(broken));
        } catch (UnreadableException broken) {
            complain(broken.mark(), broken.getMessage());
        } catch (YamlEngineException broken) {
            complain(Optional.empty(), broken.getMessage());
        }
        return this;
    }

    private static String said(MarkedYamlEngineException broken) {
        return Stream.of(Optional.ofNullable(broken.getContext()), Optional.ofNullable(broken.getProblem()))
                .flatMap(Optional::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void complain(Optional<Mark> mark, String what) {
        Positions here = new Positions(file);
        complaints.add(new Complaint(mark.map(here::place).orElseGet(() -> here.of("")), "not YAML: " + what, true));
    }

    private void add(Object document, Positions positions, String prefix) {
        if (!(document instanceof Map<?, ?> object)) {
            return;
        }
        if ("List".equals(object.get("kind")) && object.get("items") instanceof List<?> items) {
            for (int index = 0; index < items.size(); index++) {
                add(items.get(index), positions, (prefix.isEmpty() ? "" : prefix + ".") + "items[" + index + "]");
            }
        } else {
            manifests.add(new Manifest(object, positions, prefix));
        }
    }
}
