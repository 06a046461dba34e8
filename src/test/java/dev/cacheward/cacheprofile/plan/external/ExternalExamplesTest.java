package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.kubernetes.fields.SecretText;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.ConnectionUrl;
import dev.cacheward.redis.Tls;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each example names keys that the objects beside it have, and means the connection that its publisher offers. */
class ExternalExamplesTest {
    private static final Path FOLDER = Path.of("examples/external");
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "url.yaml, rediss://default:dummy-token@upstash.example.com:6379/0, false",
        "crossplane-aws.yaml, rediss://:dummy-token-of-16-characters@primary.shop.example.com:6379/0, false",
        "digitalocean.yaml, rediss://default:dummy-password@valkey.example.com:25061/0, true",
        "servicebinding.yaml, rediss://shop:dummy-password@redis.example.com:6380/0, true"
    })
    void anExampleLeadsToItsServer(String file, String url, boolean ownCa) {
        // Given
        List<HasMetadata> objects = objects(FOLDER.resolve(file));
        CacheProfile profile = only(objects, CacheProfile.class);
        // When
        ValidatedExternal validated = SampleProfiles.external(profile, references(profile, objects));
        // Then
        assertThat(validated).isInstanceOf(ValidatedExternal.Valid.class);
        ValidatedExternal.Valid valid = (ValidatedExternal.Valid) validated;
        Connection connection = valid.server().connection();
        assertThat(ConnectionUrl.url(connection)).isEqualTo(url);
        assertThat(connection.tls().flatMap(Tls::ca).isPresent()).isEqualTo(ownCa);
        assertThat(valid.warnings().texts()).isEmpty();
    }

    @Test
    void noExampleIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "README.md", "url.yaml", "crossplane-aws.yaml", "digitalocean.yaml", "servicebinding.yaml");
        }
    }

    private static List<HasMetadata> objects(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("(?m)^---$"))
                    .map(ExternalExamplesTest::object)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an object as it is in the namespace where it was applied. */
    private static HasMetadata object(String document) {
        HasMetadata object = document.contains("kind: CacheProfile")
                ? YAML.unmarshal(document, CacheProfile.class)
                : YAML.unmarshal(document, HasMetadata.class);
        object.getMetadata().setNamespace("team");
        object.getMetadata().setUid("11111111-2222-3333-4444-555555555555");
        return object;
    }

    private static References references(CacheProfile profile, List<HasMetadata> objects) {
        Map<String, String> texts = new HashMap<>();
        for (Reference reference : Reference.all(profile.getSpec().redis().external())) {
            texts.put(
                    reference.field(),
                    objects.stream()
                            .filter(object -> object.getKind()
                                    .equalsIgnoreCase(reference.kind().name().replace("_", "")))
                            .filter(object -> object.getMetadata().getName().equals(reference.name()))
                            .flatMap(object -> text(object, reference.key()).stream())
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(reference.field())));
        }
        return new References(texts, Optional.empty());
    }

    private static Optional<String> text(HasMetadata object, String key) {
        return object instanceof Secret secret
                ? SecretText.decode(secret, key)
                : Optional.ofNullable(((ConfigMap) object).getData().get(key));
    }

    private static <T extends HasMetadata> T only(List<HasMetadata> objects, Class<T> kind) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
