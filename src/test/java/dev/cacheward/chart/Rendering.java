package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects that the chart renders for some values. */
record Rendering(List<JsonNode> objects) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> CLUSTER_SCOPED =
            Set.of("ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "Namespace", "PriorityClass");

    /** @param values each as {@code path=json} */
    static Rendering of(String... values) {
        return of(Helm.template(arguments(values)));
    }

    /** As a release of that name, in that namespace. */
    static Rendering release(String name, String namespace, String... values) {
        return of(Helm.template(name, namespace, arguments(values)));
    }

    /** What another chart renders that has this one as a dependency. */
    static Rendering chart(String chart, String release, String namespace, String... values) {
        return of(Helm.template(chart, release, namespace, arguments(values)));
    }

    private static Rendering of(Helm.Outcome outcome) {
        assertThat(outcome.code()).as(outcome.errors()).isZero();
        return new Rendering(parse(outcome.output()));
    }

    /** Why helm renders nothing for these values. */
    static String refusal(String... values) {
        Helm.Outcome outcome = Helm.template(arguments(values));
        assertThat(outcome.code()).as(outcome.output()).isNotZero();
        return outcome.errors();
    }

    static List<JsonNode> parse(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(String... values) {
        List<String> arguments = new ArrayList<>();
        for (String value : values) {
            arguments.addAll(List.of("--set-json", value));
        }
        return arguments;
    }

    Stream<JsonNode> all(String kind) {
        return objects.stream().filter(object -> object.at("/kind").asText().equals(kind));
    }

    /** An object by {@code Kind/name}; missing if there is none. */
    JsonNode object(String which) {
        String[] parts = which.split("/", 2);
        return all(parts[0])
                .filter(object -> object.at("/metadata/name").asText().equals(parts[1]))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Names of the objects that are in no namespace, with their kinds. */
    List<String> clusterScoped() {
        return objects.stream()
                .filter(object -> CLUSTER_SCOPED.contains(object.at("/kind").asText()))
                .map(object -> object.at("/kind").asText() + "/"
                        + object.at("/metadata/name").asText())
                .toList();
    }

    /** All rules of the roles of this kind. */
    List<JsonNode> rules(String kind) {
        return all(kind).flatMap(role -> stream(role.at("/rules"))).toList();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }
}
