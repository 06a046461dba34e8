package dev.cacheward.layering;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** All rules of layering. */
final class LayeringRules {
    private LayeringRules() {}

    /**
     * Every rule, for the classes below one package.
     *
     * @param root ours, or that of the classes that break each rule on purpose
     */
    static Stream<ArchRule> of(String root) {
        Tree tree = new Tree(root);
        // A rule may find no class that it speaks of: that each can fail is shown by the broken classes.
        return Stream.of(
                        new PurityRules(tree).all(),
                        new DependencyRules(tree).all(),
                        new KindRules(tree).all(),
                        new ShapeRules(tree).all())
                .flatMap(rules -> rules)
                .map(rule -> rule.allowEmptyShould(true));
    }
}
