package dev.cacheward.layering;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Selects classes by their place.
 *
 * @param root the package that all places are relative to: ours, or that of the classes that break each rule on purpose
 */
record Tree(String root) {
    /** The kinds, by their packages. */
    static final String[] KINDS = {"cacheprofile", "ratelimitpolicy"};

    /** A small kind stays flat: these of its classes touch the world, and the others are pure. */
    private static final Set<String> WORLD_OF_A_FLAT_KIND = Set.of(
            "ratelimitpolicy.RateLimitPolicyReconciler", "ratelimitpolicy.Profiles", "ratelimitpolicy.PolicyApplier");

    /** These packages and all below them, as a pattern of ArchUnit. */
    String[] patterns(String... packages) {
        return Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
    }

    /** The classes in these packages and below them. */
    DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(patterns(packages));
    }

    /** The classes in this package, but not those below it. */
    DescribedPredicate<JavaClass> exactly(String name) {
        return resideInAPackage(root + "." + name);
    }

    /** All classes of the tree but those in these packages and below them. */
    DescribedPredicate<JavaClass> outside(String... packages) {
        return resideInAPackage(root + "..").and(DescribedPredicate.not(in(packages)));
    }

    /** The classes of these names relative to the root, with what is nested in them. */
    DescribedPredicate<JavaClass> named(Set<String> names) {
        return describe(
                "one of " + names,
                type -> names.contains(outermost(type).getName().replaceFirst("^\\Q" + root + ".\\E", "")));
    }

    /** The classes of the kinds that touch the world: those in the root package of a kind, and in five below it. */
    DescribedPredicate<JavaClass> worldOfKinds() {
        return exactly("cacheprofile")
                .or(exactly("cacheprofile.managed"))
                .or(exactly("cacheprofile.external"))
                .or(exactly("cacheprofile.hygiene"))
                .or(exactly("cacheprofile.certificate"))
                .or(exactly("cacheprofile.turns"))
                .or(named(WORLD_OF_A_FLAT_KIND));
    }

    /** All other classes of the kinds. */
    DescribedPredicate<JavaClass> pureInKinds() {
        return in(KINDS).and(DescribedPredicate.not(worldOfKinds()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Tree::outermost).orElse(type);
    }
}
