package dev.cacheward.cacheprofile.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.PodSpec;

/** A pod as text that is equal for equal pods, to be hashed. */
final class PodTemplateText {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PodTemplateText() {}

    static String of(PodSpec pod) {
        try {
            return SORTED.writeValueAsString(pod);
        } catch (JsonProcessingException everyPodCanBeWritten) {
            throw new IllegalStateException(everyPodCanBeWritten);
        }
    }
}
