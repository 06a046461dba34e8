package dev.cacheward.kubernetes.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecretTextTest {
    @Test
    void aTextComesBackAsItWent() {
        // Given
        String text = "pä$$ 100% \"quoted\"\n";
        Secret secret = new SecretBuilder()
                .withData(SecretText.encode(new TreeMap<>(Map.of("key", text))))
                .build();

        // Then
        assertThat(SecretText.decode(secret, "key")).contains(text);
    }

    @Test
    void whatIsNotThereOrNoBase64IsNoText() {
        assertThat(SecretText.decode(new Secret(), "key")).isEmpty();
        assertThat(SecretText.decode(
                        new SecretBuilder().addToData("other", "eA==").build(), "key"))
                .isEmpty();
        assertThat(SecretText.decode(new SecretBuilder().addToData("key", "%%%").build(), "key"))
                .isEmpty();
    }
}
