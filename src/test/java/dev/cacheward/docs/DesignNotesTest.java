package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one table of the names that clusters keep. */
class DesignNotesTest {
    @Test
    void theTableHasEveryNameThatTheCodeWrites() {
        // When
        List<String> told = PageTable.rows(DocPage.named("design-notes.md"), "names").stream()
                .flatMap(row -> Arrays.stream(row.get(0).split(", ")))
                .map(name -> name.replace("`", "").replaceAll("<[a-z]+>", ""))
                .toList();

        // Then
        assertThat(Sources.kubernetesNames()).isNotEmpty();
        assertThat(told).doesNotHaveDuplicates().containsAll(Sources.kubernetesNames());
    }
}
