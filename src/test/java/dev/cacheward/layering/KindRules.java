package dev.cacheward.layering;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The rules on the inside of the kinds, of Redis and of delivery, and on who may look into a kind. */
final class KindRules {
    private final Tree tree;

    KindRules(Tree tree) {
        this.tree = tree;
    }

    Stream<ArchRule> all() {
        return Stream.of(
                new Floors(tree)
                        .then("cacheprofile")
                        .then("cacheprofile.external", "cacheprofile.hygiene", "cacheprofile.managed")
                        .then("cacheprofile.certificate")
                        .then("cacheprofile.turns")
                        .then("cacheprofile.plan..")
                        .then("cacheprofile.report..", "cacheprofile.render..")
                        .then("cacheprofile.model..")
                        .rule(
                                "In a kind, the root knows managed, external, hygiene and plan, plan knows report and render, and all know the model"),
                new Floors(tree)
                        .then("redis.client..", "redis.conf..")
                        .then("redis")
                        .rule("In redis, client and conf know the root, and not each other"),
                new Floors(tree).then("delivery").then("delivery.value..").rule("Values do not know their delivery"),
                apart("cacheprofile", "ratelimitpolicy"),
                apart("ratelimitpolicy", "cacheprofile"),
                seen(
                        tree.worldOfKinds(),
                        "operator",
                        "Only the operator's process knows what touches the world in a kind"),
                seen(tree.pureInKinds(), "cli", "Outside a kind, only the command line knows what is pure in it"));
    }

    private ArchRule apart(String one, String other) {
        return noClasses()
                .that(tree.in(one))
                .should()
                .dependOnClassesThat(tree.in(other))
                .as("The kind " + one + " does not know the kind " + other);
    }

    private ArchRule seen(DescribedPredicate<JavaClass> part, String by, String sentence) {
        return noClasses()
                .that(tree.outside(Tree.KINDS).and(not(tree.in(by))))
                .should()
                .dependOnClassesThat(part)
                .as(sentence);
    }
}
