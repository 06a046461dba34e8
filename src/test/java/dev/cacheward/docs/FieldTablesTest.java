package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldTablesTest {
    private static final DocPage PAGE = DocPage.named("reference.md");
    private static final String COMMAND = "mvn -q test -Dtest=FieldTablesTest -Dgolden.update=true";

    @Test
    void theReferenceHasTheFieldsOfTheCrds() {
        // Given
        PAGE.update(FieldTables::fill);

        // When
        String page = PAGE.text();

        // Then
        assertThat(page).as("the tables of fields are stale; run: %s", COMMAND).isEqualTo(FieldTables.fill(page));
        assertThat(page).contains("| `spec.ttls` |", "| `spec.limits` |");
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
