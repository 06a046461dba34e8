package dev.cacheward.kubernetes.fields;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Converts between texts and the data of Secrets, which is base64. */
public final class SecretText {
    private SecretText() {}

    /**
     * Encodes texts as the data of a Secret. {@code stringData} cannot be used: the API server never returns it, so it would
     * always look changed.
     */
    public static SortedMap<String, String> encode(SortedMap<String, String> texts) {
        SortedMap<String, String> data = new TreeMap<>();
        texts.forEach((key, text) ->
                data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        return data;
    }

    /** Decodes one text; empty if the key is missing or its value is not base64. */
    public static Optional<String> decode(Secret secret, String key) {
        try {
            return Optional.ofNullable(secret.getData())
                    .map(data -> data.get(key))
                    .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
