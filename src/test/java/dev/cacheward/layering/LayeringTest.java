package dev.cacheward.layering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. A rule that needs an exception is changed in its own class, with the reason. */
class LayeringTest {
    private static final String OURS = "dev.cacheward";
    private static final String BROKEN = "dev.cacheward.layering.broken";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(OURS);

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(BROKEN);

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theCodeKeepsItsLayers(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest(name = "caught: {0}")
    @MethodSource("rulesForTheViolations")
    void everyRuleCatchesAClassThatBreaksIt(ArchRule rule) {
        // When
        Throwable caught = catchThrowable(() -> rule.check(VIOLATIONS));

        // Then
        assertThat(caught)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated")
                .hasMessageContaining(BROKEN);
    }

    static Stream<ArchRule> rules() {
        return LayeringRules.of(OURS);
    }

    static Stream<ArchRule> rulesForTheViolations() {
        return LayeringRules.of(BROKEN);
    }
}
