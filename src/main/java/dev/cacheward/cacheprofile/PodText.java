package dev.cacheward.cacheprofile;

import io.fabric8.kubernetes.api.model.PodSpec;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A pod as text that is equal for equal pods, to be hashed. */
final class PodText {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PodText() {}

    static String of(PodSpec pod) {
        return SORTED.writeValueAsString(pod);
    }
}
