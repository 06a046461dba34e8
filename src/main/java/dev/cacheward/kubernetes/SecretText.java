package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts in Secrets, which hold bytes in base64. */
public final class SecretText {
    private SecretText() {}

    /** All texts as the data of a Secret. {@code stringData} would not do: it is never read back, so it always looks changed. */
    public static SortedMap<String, String> encode(SortedMap<String, String> texts) {
        SortedMap<String, String> data = new TreeMap<>();
        texts.forEach((key, text) ->
                data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        return data;
    }

    /** One text, empty when the key is not there or its bytes are no base64. */
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
