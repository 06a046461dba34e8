package dev.cacheward.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from which files, and where each field stands. */
class ManifestFilesTest {
    @TempDir
    private Path folder;

    @Test
    void everyFieldHasItsLineAndColumn() {
        // When
        Manifest manifest = only("""
                # a comment
                kind: CacheProfile
                spec:
                  ttls: {users: 5m,
                    orders: 1h}
                  delivery:
                  - format: Env
                  -   key: a.toml
                """);

        // Then
        assertThat(manifest.place("")).hasToString("-:2:1");
        assertThat(manifest.place("spec.ttls.users")).hasToString("-:4:10");
        assertThat(manifest.place("spec.ttls[orders]")).hasToString("-:5:5");
        assertThat(manifest.place("spec.delivery[1]")).hasToString("-:8:7");
        assertThat(manifest.place("spec.delivery[1].key")).hasToString("-:8:7");
    }

    @Test
    void aFieldThatIsMissingIsSoughtWhereItShouldBe() {
        // When
        Manifest manifest = only("kind: A\nspec:\n  delivery:\n  - format: Env\n");

        // Then
        assertThat(manifest.place("spec.delivery[0].configMap.name")).hasToString("-:4:5");
        assertThat(manifest.place("status.conditions[3]")).hasToString("-:1:1");
    }

    @Test
    void documentsListsAndJsonAreTakenApart() {
        // When
        Reading reading = read("""
                kind: A
                ---
                # nothing but a comment
                ---
                apiVersion: v1
                kind: List
                items:
                - kind: B
                  metadata: {name: b}
                - {"kind": "C"}
                """);

        // Then
        assertThat(reading.manifests()).extracting(each -> each.text("kind")).containsExactly("A", "B", "C");
        assertThat(reading.manifests().get(1).place("metadata.name")).hasToString("-:9:14");
    }

    @Test
    void aTextThatIsNestedWithoutEndIsToldWithItsPlace() {
        // When
        Reading reading = read("kind: A\n---\n" + "[".repeat(200));

        // Then
        assertThat(reading.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.place()).hasToString("-:3:101");
            assertThat(complaint.message()).isEqualTo("not YAML: it is nested too deeply: allowed are 100 levels");
        });
    }

    @Test
    void anErrorInTheSyntaxIsToldWithItsPlaceAndWhatStandsBeforeItIsRead() {
        // When
        Reading reading = read("kind: A\n---\nkind: [B\n");

        // Then
        assertThat(reading.manifests()).hasSize(1);
        assertThat(reading.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.fatal()).isTrue();
            assertThat(complaint.place().line()).isEqualTo(4);
            assertThat(complaint.message()).startsWith("not YAML: ").contains("expected ',' or ']'");
        });
    }

    @Test
    void aFieldThatIsWrittenTwiceIsToldAndTheLastOneCounts() {
        // When
        Reading reading = read("spec:\n  ttls: {a: 5m, a: 6m}\n");

        // Then
        assertThat(reading.manifests().get(0).content().toString()).isEqualTo("{spec={ttls={a=6m}}}");
        assertThat(reading.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.fatal()).isFalse();
            assertThat(complaint.place()).hasToString("-:2:17");
            assertThat(complaint.message()).contains("duplicate field \"spec.ttls.a\"");
        });
    }

    @Test
    void aliasesAndMergedMapsAreFollowed() {
        // When
        Manifest manifest = only("base: &base {a: 1, b: 2}\nspec: {<<: *base, b: 3}\ncopy: *base\n");

        // Then
        assertThat(manifest.content().toString()).isEqualTo("{base={a=1, b=2}, spec={b=3, a=1}, copy={a=1, b=2}}");
    }

    @Test
    void aBombOfAliasesIsRefused() {
        // Given
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 8; level++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ", ").repeat(10)));
        }

        // When
        Reading reading = read(bomb.toString());

        // Then
        assertThat(reading.manifests()).isEmpty();
        assertThat(reading.complaints())
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.message()).contains("aliases"));
    }

    @Test
    void ofAFolderAllManifestsBelowItAreReadInOrder() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("a"));
        for (String name : List.of("b.yml", "a/z.yaml", "a/x.json", "notes.md")) {
            Files.writeString(folder.resolve(name), "kind: \"" + name + "\"\n");
        }

        // When
        Reading reading = ManifestFiles.read(
                List.of(folder.toString()), TestTerminal.create().terminal());

        // Then
        assertThat(reading.manifests())
                .extracting(each -> each.text("kind"))
                .containsExactly("a/x.json", "a/z.yaml", "b.yml");
    }

    @Test
    void whatCannotBeReadIsToldByName() throws IOException {
        // Given
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0});
        Path mark = Files.writeString(folder.resolve("mark.yaml"), "\ufeffkind: A\n", StandardCharsets.UTF_8);

        // When
        Reading reading = ManifestFiles.read(
                List.of("missing.yaml", binary.toString(), mark.toString()),
                TestTerminal.create().terminal());

        // Then
        assertThat(reading.unreadable())
                .containsExactly("missing.yaml: there is no such file", binary + ": it is not UTF-8");
        assertThat(reading.manifests()).hasSize(1);
    }

    private static Manifest only(String text) {
        return read(text).manifests().get(0);
    }

    private static Reading read(String text) {
        return ManifestFiles.read(List.of("-"), TestTerminal.reading(text).terminal());
    }
}
