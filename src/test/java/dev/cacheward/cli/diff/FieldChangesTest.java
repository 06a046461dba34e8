package dev.cacheward.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.diff.report.FieldChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldChangesTest {
    @Test
    void aFieldThatComesGoesOrChangesIsNamedByItsPath() {
        // Given
        Map<String, Object> before = Map.of("ttls", Map.of("a", "1s", "b", "2s"));
        Map<String, Object> after = Map.of("ttls", Map.of("b", "3s", "c", "4s"));

        // When
        List<FieldChange> changes = FieldChanges.between("spec", before, after, false);

        // Then
        assertThat(changes)
                .containsExactly(
                        new FieldChange("spec.ttls.a", "1s", ""),
                        new FieldChange("spec.ttls.b", "2s", "3s"),
                        new FieldChange("spec.ttls.c", "", "4s"));
    }

    @Test
    void nothingAndAnEmptyMapAreTheSame() {
        // When
        List<FieldChange> changes = FieldChanges.between("", Map.of("labels", Map.of()), Map.of(), false);

        // Then
        assertThat(changes).isEmpty();
    }

    @Test
    void elementsWithANameAreComparedByIt() {
        // Given
        Map<String, Object> before =
                Map.of("volumes", List.of(Map.of("name", "a", "size", 1), Map.of("name", "b", "size", 2)));
        Map<String, Object> after =
                Map.of("volumes", List.of(Map.of("name", "b", "size", 3), Map.of("name", "a", "size", 1)));

        // When
        List<FieldChange> changes = FieldChanges.between("spec", before, after, false);

        // Then
        assertThat(changes).containsExactly(new FieldChange("spec.volumes[b].size", "2", "3"));
    }

    @Test
    void ofAFileOnlyTheLinesThatDifferAreToldAndThoseOfOneParameterTogether() {
        // Given
        Map<String, Object> before = Map.of("data", Map.of("redis.conf", "port 6379\nmaxmemory 1\nsave 60 1\n"));
        Map<String, Object> after = Map.of("data", Map.of("redis.conf", "port 6379\nmaxmemory 2\nappendonly yes\n"));

        // When
        List<FieldChange> changes = FieldChanges.between("", before, after, false);

        // Then
        assertThat(changes)
                .containsExactly(
                        new FieldChange("data[redis.conf]", "maxmemory 1", "maxmemory 2"),
                        new FieldChange("data[redis.conf]", "save 60 1", ""),
                        new FieldChange("data[redis.conf]", "", "appendonly yes"));
    }

    @Test
    void noValueOfASecretIsTold() {
        // Given
        Map<String, Object> before = Map.of("data", Map.of("password", "b2xk"));
        Map<String, Object> after = Map.of("data", Map.of("password", "bmV3"));

        // When
        List<FieldChange> changes = FieldChanges.between("", before, after, true);

        // Then
        assertThat(changes).containsExactly(new FieldChange("data.password", FieldChange.SECRET, FieldChange.SECRET));
    }

    @Test
    void theOperatorsOwnAnnotationsAreNoChange() {
        // Given
        Map<String, Object> before = Map.of("metadata", Map.of("annotations", Map.of("cacheward.dev/revision", "1")));
        Map<String, Object> after = Map.of("metadata", Map.of("annotations", Map.of("cacheward.dev/revision", "2")));

        // When
        List<FieldChange> changes = FieldChanges.between("", before, after, false);

        // Then
        assertThat(changes).isEmpty();
    }
}
