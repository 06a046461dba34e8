package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FieldTablesTest {
    private static final Path README = Path.of("README.md");
    private static final String COMMAND = "mvn -q test -Dtest=FieldTablesTest -Dgolden.update=true";

    @Test
    void theReadmeHasTheFieldsOfTheCrds() throws IOException {
        // Given
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(README, FieldTables.fill(Files.readString(README)));
        }

        // When
        String readme = Files.readString(README);

        // Then
        assertThat(readme)
                .as("the tables of fields are stale; run: %s", COMMAND)
                .isEqualTo(FieldTables.fill(readme));
        assertThat(readme).contains("| `spec.ttls` |", "| `spec.limits` |");
    }

    @Test
    void onlyWhatIsBetweenTheMarksIsReplaced() {
        // Given
        String text = "before\n<!-- fields:RateLimitPolicy -->\nstale text\n<!-- /fields -->\nafter\n";

        // When
        String filled = FieldTables.fill(text);

        // Then
        assertThat(filled)
                .startsWith("before\n<!-- fields:RateLimitPolicy -->\n| field |")
                .endsWith("|\n<!-- /fields -->\nafter\n")
                .doesNotContain("stale text");
    }

    @Test
    void aFieldHasItsTypeItsDefaultAndWhatIsAllowed() {
        // When
        String filled = FieldTables.fill("<!-- fields:CacheProfile -->\n<!-- /fields -->");

        // Then
        assertThat(filled)
                .contains("| `spec.enabled` | boolean | `true` |")
                .contains("| `spec.ttls` | map to string | required |")
                .contains("| `spec.redis.managed.persistence.size` | quantity | 1Gi | Size of the volume")
                .contains("| `spec.redis.managed.persistence.fsync` | `always`, `everysec` | everysec |")
                .contains("| `spec.redis.managed.podTemplate.affinity` |")
                .doesNotContain("nodeAffinity");
    }
}
