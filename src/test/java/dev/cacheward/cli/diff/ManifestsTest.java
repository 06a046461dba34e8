package dev.cacheward.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cacheward.cli.terminal.TestTerminal;
import dev.cacheward.runtime.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
    private static final String PROFILE = """
            apiVersion: cacheward.dev/v1alpha1
            kind: CacheProfile
            metadata: {name: shop}
            spec: {ttls: {users: 60s}}
            """;

    @TempDir
    private Path folder;

    @Test
    void resourcesOfOursAreFoundAmongOthersAndInLists() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("a.yaml"), PROFILE + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n");
        Files.writeString(
                folder.resolve("b.yml"),
                "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: cacheward.dev/v1alpha1, kind: RateLimitPolicy,"
                        + " metadata: {name: limits, namespace: other}}\n");

        // When
        List<Manifest> found = manifests("").read(List.of(folder.toString()));

        // Then
        assertThat(found)
                .extracting(Manifest::resource)
                .containsExactly("CacheProfile default/shop", "RateLimitPolicy other/limits");
    }

    @Test
    void aDashIsTheStandardInput() {
        // When
        List<Manifest> found = manifests(PROFILE).read(List.of("-"));

        // Then
        assertThat(found).extracting(Manifest::name).containsExactly("shop");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("bad.yaml"), "a: [1,\nb: }\n");

        // When / Then
        assertThatThrownBy(() -> manifests("").read(List.of(file.toString())))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(file + ":2:");
    }

    @Test
    void aMessageAboutTheSyntaxQuotesNoLineOfTheFile() {
        // Given
        Manifests manifests = manifests("kind: Secret\nstringData:\n  password: \"hunter2\n");

        // When / Then
        assertThatThrownBy(() -> manifests.read(List.of("-")))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("-:4:")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aNumberIsTheOneThatTheApiServerGets() {
        // When
        List<Manifest> found = manifests(PROFILE.replace("60s", "010")).read(List.of("-"));

        // Then
        assertThat(found)
                .singleElement()
                .satisfies(manifest -> assertThat(
                                manifest.document().at("/spec/ttls/users").asInt())
                        .isEqualTo(8));
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        // When / Then
        assertThatThrownBy(() -> manifests("").read(List.of("no-such-file.yaml")))
                .isInstanceOf(StartException.class)
                .hasMessage("no-such-file.yaml: there is no such file");
    }

    private static Manifests manifests(String in) {
        return new Manifests(TestTerminal.reading(in).terminal(), "default");
    }
}
