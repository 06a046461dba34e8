package dev.cacheward.layering;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The rules on which package may know which, over the whole tree. */
final class DependencyRules {
    private final Tree tree;
    private final Floors floors;

    DependencyRules(Tree tree) {
        this.tree = tree;
        this.floors = new Floors(tree)
                .then("cli..")
                .then("operator..")
                .then("cacheprofile..", "ratelimitpolicy..", "leader..", "health..")
                .then("reconcile..")
                .then("configmap..", "restart..", "events..")
                .then("kubernetes..", "telemetry.redis..")
                .then("telemetry", "redis..")
                .then("drift..")
                .then("status..", "delivery..", "runtime..")
                .then("api..", "validation..", "threads..");
    }

    Stream<ArchRule> all() {
        return Stream.of(
                floors.rule("A package knows only packages on the floors below its own"),
                everyPackageHasAFloor(),
                noCycles(),
                apiStandsAlone(),
                nobodyKnowsTheCommandLine(),
                commandLineAloneKnowsTheProcess(),
                processAloneKnowsLeaderAndHealth(),
                fewKnowTheSettings());
    }

    private ArchRule everyPackageHasAFloor() {
        return classes()
                .that(resideInAPackage(tree.root() + "..*.."))
                .should()
                .resideInAnyPackage(floors.patterns())
                .as("Every package has a floor");
    }

    /** Every package counts by itself, however deep. */
    private ArchRule noCycles() {
        return slices().matching(tree.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("No two packages need each other");
    }

    private ArchRule apiStandsAlone() {
        return noClasses()
                .that(tree.in("api"))
                .should()
                .dependOnClassesThat(tree.outside("api"))
                .as("The API depends on nothing else of ours");
    }

    private ArchRule nobodyKnowsTheCommandLine() {
        return noClasses()
                .that(tree.outside("cli"))
                .should()
                .dependOnClassesThat(tree.in("cli"))
                .as("Nobody knows the command line");
    }

    private ArchRule commandLineAloneKnowsTheProcess() {
        return noClasses()
                .that(tree.outside("cli", "operator"))
                .should()
                .dependOnClassesThat(tree.in("operator"))
                .as("Only the command line knows what puts the parts together");
    }

    private ArchRule processAloneKnowsLeaderAndHealth() {
        return noClasses()
                .that(tree.outside("operator", "leader", "health"))
                .should()
                .dependOnClassesThat(tree.in("leader", "health"))
                .as("Only the operator's process knows who leads and whether it is healthy");
    }

    private ArchRule fewKnowTheSettings() {
        return noClasses()
                .that(tree.outside("cli", "operator", "cacheprofile", "ratelimitpolicy", "reconcile", "runtime"))
                .should()
                .dependOnClassesThat(tree.in("runtime"))
                .as("Only the command line, the process, the kinds and reconcile know the settings");
    }
}
