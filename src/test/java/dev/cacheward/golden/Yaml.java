package dev.cacheward.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Objects as a person reads them; the data of Secrets, which are base64 on the wire, as the texts that they are. */
public final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private static final KubernetesSerialization CLIENT = new KubernetesSerialization();

    private Yaml() {}

    /** One document for each, in their order. */
    public static String of(List<? extends HasMetadata> objects) {
        return objects.stream().map(Yaml::of).collect(Collectors.joining());
    }

    private static String of(HasMetadata object) {
        ObjectNode tree = MAPPER.valueToTree(CLIENT.convertValue(object, Map.class));
        if (object instanceof Secret) {
            ObjectNode data = (ObjectNode) tree.get("data");
            data.properties()
                    .forEach(entry ->
                            data.put(entry.getKey(), decoded(entry.getValue().asText())));
        }
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException everyTreeCanBeWritten) {
            throw new IllegalStateException(everyTreeCanBeWritten);
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
