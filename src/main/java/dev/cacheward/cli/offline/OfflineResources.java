package dev.cacheward.cli.offline;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cli.manifest.Manifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes the operator's own types from manifests, with what the API server adds to each object. */
public final class OfflineResources {
    /** Stands for the uid that nobody knows before the API server has given one. */
    public static final String UID = "00000000-0000-0000-0000-000000000000";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String namespace;

    /** @param namespace of manifests that name none */
    public OfflineResources(String namespace) {
        this.namespace = namespace;
    }

    /** Returns the profile; empty if its fields are not of the types of the schema. */
    public Optional<CacheProfile> profile(Manifest manifest) {
        return read(manifest, CacheProfile.class).filter(profile -> profile.getSpec() != null);
    }

    /** Returns the policy; empty if its fields are not of the types of the schema. */
    public Optional<RateLimitPolicy> policy(Manifest manifest) {
        return read(manifest, RateLimitPolicy.class).filter(policy -> policy.getSpec() != null);
    }

    private <T extends HasMetadata> Optional<T> read(Manifest manifest, Class<T> type) {
        Map<Object, Object> content = new TreeMap<>(manifest.content());
        content.remove("status");
        try {
            T resource = MAPPER.convertValue(content, type);
            complete(resource.getMetadata());
            return Optional.of(resource);
        } catch (JacksonException misfit) {
            return Optional.empty();
        }
    }

    private void complete(ObjectMeta metadata) {
        metadata.setUid(UID);
        metadata.setGeneration(1L);
        if (metadata.getName() == null) {
            metadata.setName("");
        }
        if (metadata.getNamespace() == null) {
            metadata.setNamespace(namespace);
        }
    }
}
