package dev.cacheward.cacheprofile.render;

import io.fabric8.kubernetes.api.model.PodSpec;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a pod as text to be hashed. Equal pods give equal texts. */
final class PodTemplateText {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PodTemplateText() {}

    static String of(PodSpec pod) {
        return SORTED.writeValueAsString(pod);
    }
}
