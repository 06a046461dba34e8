package dev.cacheward.layering;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules on the shape of packages and of state. */
final class ShapeRules {
    private static final int MOST_TYPES = 20;

    private final Tree tree;

    ShapeRules(Tree tree) {
        this.tree = tree;
    }

    Stream<ArchRule> all() {
        return Stream.of(noDrawers(), nothingLoose(), smallPackages(), noMutableStatics());
    }

    private ArchRule noDrawers() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..manager..")
                .as("No package is a drawer for what has no place");
    }

    private ArchRule nothingLoose() {
        return noClasses().should().resideInAPackage(tree.root()).as("No class lies in the root package itself");
    }

    /** The API is one thing, however many records it takes. */
    private ArchRule smallPackages() {
        return ArchRuleDefinition.all(new AbstractClassesTransformer<JavaPackage>("packages") {
                    @Override
                    public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                        return classes.stream()
                                .filter(tree.outside("api"))
                                .map(JavaClass::getPackage)
                                .collect(Collectors.toSet());
                    }
                })
                .should(holdFewTypes())
                .as("No package but the API holds more than " + MOST_TYPES + " types, not counting nested ones");
    }

    private static ArchCondition<JavaPackage> holdFewTypes() {
        return new ArchCondition<>("hold few types") {
            @Override
            public void check(JavaPackage here, ConditionEvents events) {
                Set<String> types = here.getClasses().stream()
                        .filter(type -> type.isTopLevelClass() && !type.isArray())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .collect(Collectors.toCollection(TreeSet::new));
                events.add(new SimpleConditionEvent(
                        here, types.size() <= MOST_TYPES, here.getName() + " holds " + types.size() + ": " + types));
            }
        };
    }

    private ArchRule noMutableStatics() {
        return fields().that()
                .haveModifier(JavaModifier.STATIC)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .as("Static fields are final");
    }
}
