package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is told to delete a claim or a Secret without what that costs. */
class DeletionAdviceTest {
    private static final Pattern DELETES = Pattern.compile("(?i)\\bdelet(e|ing)\\b");
    private static final Pattern HOLDS_SOMETHING =
            Pattern.compile("(?i)\\b(claims?|pvc|persistentvolumeclaims?|secrets?|volumes?|object)\\b");
    private static final Pattern COST = Pattern.compile(
            "(?i)\\blos(e|es|t)\\b|holds nothing|is refused until|with (it|them)|may delete|delete with `rbac|already taken");

    @Test
    void adviceOfTheConditionsAndOfThePageForUsersNamesThePriceInTheSameParagraph() {
        assertThat(Stream.of("conditions.md", "using.md").flatMap(DeletionAdviceTest::paragraphs))
                .filteredOn(text -> DELETES.matcher(text).find()
                        && HOLDS_SOMETHING.matcher(text).find())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).containsPattern(COST));
    }

    private static Stream<String> paragraphs(String page) {
        return List.of(DocPage.named(page).text().split("\n\n|\n(?=[|-] )|\n(?=[0-9]\\. )")).stream();
    }
}
