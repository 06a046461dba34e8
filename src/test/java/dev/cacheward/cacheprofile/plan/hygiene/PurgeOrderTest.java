package dev.cacheward.cacheprofile.plan.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of the annotation are a pattern to purge by. */
class PurgeOrderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache:dataset:*",
                "cache:dataset:1",
                "c*",
                "\\*literal",
                "user:[0-9]:?",
                "user:[^*]",
                "größe:*",
                "cache*",
                "a\\[b",
                "cacheward",
                "a*b*c*d*e*"
            })
    void aPatternThatBeginsWithALiteralIsTaken(String value) {
        assertThat(order(value)).isEqualTo(new PurgeOrder.Valid(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|is empty",
                "*|begins with a wildcard",
                "*:cache:*|begins with a wildcard",
                "?ache:*|begins with a wildcard",
                "[c]ache:*|begins with a wildcard",
                "\" cache:*\"|has blanks at an end",
                "\"cache:* \"|has blanks at an end",
                "\"cache:\n*\"|characters that nobody sees",
                "cache:[a|has a '[' without its ']'",
                "cache:\\|ends with a backslash",
                "cacheward:*|names keys of the operator itself",
                "cacheward:check:1|names keys of the operator itself",
                "\\cache\\ward:*|names keys of the operator itself",
                "a*b*c*d*e*f*|has more than 5 '*'",
            })
    void everythingElseIsRefusedInWordsThatSayWhatIsAllowed(String value, String why) {
        assertThat(order(value))
                .isInstanceOfSatisfying(
                        PurgeOrder.Refused.class,
                        refused -> assertThat(refused.message())
                                .startsWith("Annotation cacheward.dev/purge: \"")
                                .contains(why, "such as cache:dataset:*"));
    }

    @Test
    void aTextThatIsTooLongIsShownShortened() {
        // When
        PurgeOrder order = order("c".repeat(257));

        // Then
        assertThat(order).isInstanceOfSatisfying(PurgeOrder.Refused.class, refused -> {
            assertThat(refused.shown()).hasSize(257).endsWith("…");
            assertThat(refused.message()).contains("is too long").hasSizeLessThan(400);
        });
    }

    @Test
    void nothingIsDeletedOnARedisThatSomebodyElseRuns() {
        assertThat(PurgeOrder.of(profile("cache:*"), true))
                .isInstanceOfSatisfying(
                        PurgeOrder.Refused.class,
                        refused -> assertThat(refused.message()).contains("that somebody else runs"));
    }

    @Test
    void withoutTheAnnotationNothingIsAskedFor() {
        assertThat(PurgeOrder.of(new CacheProfile(), false)).isEqualTo(new PurgeOrder.None());
    }

    private static PurgeOrder order(String value) {
        return PurgeOrder.of(profile(value), false);
    }

    private static CacheProfile profile(String value) {
        CacheProfile profile = new CacheProfile();
        profile.getMetadata().setAnnotations(Map.of("cacheward.dev/purge", value));
        return profile;
    }
}
