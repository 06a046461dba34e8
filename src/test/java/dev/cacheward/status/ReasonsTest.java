package dev.cacheward.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.docs.DocPage;
import dev.cacheward.docs.PageTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final DocPage PAGE = DocPage.named("conditions.md");
    private static final int COLUMNS = 4;

    @Test
    void thePageHasOneRowForEachReasonInTheOrderOfTheEnum() {
        assertThat(PageTable.rows(PAGE, "reasons"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(Arrays.stream(Reason.values())
                        .map(reason -> "`" + reason.wire() + "`")
                        .toList());
    }

    @Test
    void thePageHasOneRowForEachConditionInTheOrderOfTheEnum() {
        assertThat(PageTable.rows(PAGE, "conditions"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(Arrays.stream(ConditionType.values())
                        .map(type -> "`" + type.wire() + "`")
                        .toList());
    }

    @Test
    void everyRowSaysWhereItAppearsWhatItMeansAndWhatToDo() {
        assertThat(PageTable.rows(PAGE, "reasons"))
                .allSatisfy(row -> assertThat(row)
                        .hasSize(COLUMNS)
                        .allSatisfy(cell -> assertThat(cell).isNotBlank()));
    }

    @Test
    void everyRowNamesConditionsThatExist() {
        // Given
        List<String> types =
                Arrays.stream(ConditionType.values()).map(ConditionType::wire).toList();

        // Then
        assertThat(PageTable.rows(PAGE, "reasons"))
                .allSatisfy(row -> assertThat(row.get(1).split(", "))
                        .isNotEmpty()
                        .allSatisfy(type -> assertThat(types).contains(type)));
    }

    @Test
    void aRowNamesStalledForWhatOnlyAHumanCuresAndReconcilingForWhatEndsByItself() {
        assertThat(PageTable.rows(PAGE, "reasons")).allSatisfy(row -> {
            List<String> conditions = List.of(row.get(1).split(", "));
            Reason reason = Arrays.stream(Reason.values())
                    .filter(candidate -> row.get(0).equals("`" + candidate.wire() + "`"))
                    .findFirst()
                    .orElseThrow();
            assertThat(conditions.contains("Stalled")).as(row.get(0)).isEqualTo(reason.needsHuman());
            assertThat(conditions.contains("Reconciling")).as(row.get(0)).isEqualTo(reason.isProgress());
        });
    }

    @Test
    void noTwoReasonsShareAWord() {
        assertThat(Reason.values())
                .extracting(Reason::wire)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[A-Z][A-Za-z]+"));
    }
}
