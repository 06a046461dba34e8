package dev.cacheward.layering;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The layers as rules, for the package that is the root of ours or of the classes that break each rule on purpose. A rule may
 * find no class that it speaks of: that each can fail is shown by those classes.
 */
public final class LayeringRules {
    private static final String[] CLIENTS = {
        "io.fabric8.kubernetes.client..", "io.javaoperatorsdk..", "io.lettuce..", "io.netty.."
    };

    /** What both kinds use. */
    private static final Set<String> SHARED = Set.of("kubernetes", "configmap", "restart", "reconcile", "events");

    /** Of the kinds: what is called by the operator SDK, what reads from the API server or its caches, and what writes there. */
    private static final Set<String> NOT_PURE = Set.of(
            "CacheProfileReconciler",
            "Observer",
            "UserSecretReader",
            "ProfileApplier",
            "RateLimitPolicyReconciler",
            "Profiles",
            "PolicyApplier");

    private static final Set<String> CLOCK_READS = Set.of("now", "instant", "millis", "currentTimeMillis", "nanoTime");

    private final String root;

    private LayeringRules(String root) {
        this.root = root;
    }

    /** All rules, each for the classes below this package. */
    public static Stream<ArchRule> of(String root) {
        LayeringRules rules = new LayeringRules(root);
        return Stream.of(
                        rules.purePackages(),
                        rules.pureClassesOfTheKinds(),
                        rules.apart("cacheprofile", "ratelimitpolicy"),
                        rules.apart("ratelimitpolicy", "cacheprofile"),
                        rules.kubernetesKnowsNoKind(),
                        rules.mainAloneKnowsTheProcess(),
                        rules.noCycles(),
                        rules.apiStandsAlone(),
                        rules.nobodyKnowsMain(),
                        rules.lettuceBehindItsPort(),
                        rules.noDrawers(),
                        rules.noMutableStatics())
                .map(rule -> rule.allowEmptyShould(true));
    }

    private ArchRule purePackages() {
        return noClasses()
                .that(resideInAnyPackage(below("delivery"), below("status"), below("redis"), below("validation")))
                .and(not(lettuceGateway()))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..", "io.lettuce..", "io.netty.."))
                .orShould()
                .dependOnClassesThat(assignableTo(Clock.class))
                .orShould()
                .accessTargetWhere(clockOrEnvironment())
                .as(
                        "delivery, status, redis and validation know no Kubernetes, no Redis client, no clock and no environment");
    }

    private ArchRule pureClassesOfTheKinds() {
        return noClasses()
                .that(resideInAnyPackage(below("cacheprofile"), below("ratelimitpolicy"))
                        .and(not(describe(
                                "not pure",
                                type -> NOT_PURE.contains(outermost(type).getSimpleName())))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(CLIENTS))
                .orShould()
                .accessTargetWhere(clockOrEnvironment())
                .as("the kinds know the Kubernetes model, but no client, no clock and no environment, apart from "
                        + new TreeSet<>(NOT_PURE));
    }

    private ArchRule apart(String one, String other) {
        return noClasses()
                .that(resideInAPackage(below(one)))
                .should()
                .dependOnClassesThat(resideInAPackage(below(other)))
                .as(one + " does not know " + other);
    }

    private ArchRule kubernetesKnowsNoKind() {
        return noClasses()
                .that(resideInAnyPackage(SHARED.stream().map(this::below).toArray(String[]::new)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(below("cacheprofile"), below("ratelimitpolicy")))
                .as("what both kinds use knows neither: " + new TreeSet<>(SHARED));
    }

    private ArchRule mainAloneKnowsTheProcess() {
        DescribedPredicate<JavaClass> process = resideInAnyPackage(below("leader"), below("health"));
        return noClasses()
                .that(resideInAPackage(root + "..")
                        .and(not(resideInAPackage(root)))
                        .and(not(process)))
                .should()
                .dependOnClassesThat(process)
                .as("main alone knows who leads and how the process is");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().as("no two packages need each other");
    }

    private ArchRule apiStandsAlone() {
        return noClasses()
                .that(resideInAPackage(below("api")))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(below("api")))))
                .as("the API depends on nothing else of ours");
    }

    private ArchRule nobodyKnowsMain() {
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(resideInAPackage(root))))
                .should()
                .dependOnClassesThat(resideInAPackage(root))
                .as("nobody depends on what puts the parts together");
    }

    private ArchRule lettuceBehindItsPort() {
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(resideInAPackage(below("redis")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.lettuce..", "io.netty.."))
                .as("lettuce is known in redis alone");
    }

    private ArchRule noDrawers() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..manager..")
                .as("no package is a drawer for what has no place");
    }

    private ArchRule noMutableStatics() {
        return fields().that()
                .haveModifier(JavaModifier.STATIC)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .as("static fields are final");
    }

    private String below(String name) {
        return root + "." + name + "..";
    }

    private static DescribedPredicate<JavaClass> lettuceGateway() {
        return describe(
                "the lettuce gateway", type -> outermost(type).getSimpleName().startsWith("Lettuce"));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LayeringRules::outermost).orElse(type);
    }

    /** Calls as well as method references such as {@code Instant::now}. */
    private static DescribedPredicate<JavaAccess<?>> clockOrEnvironment() {
        return describe("the clock or the environment is read", access -> {
            String owner = access.getTargetOwner().getPackageName();
            String called = access.getName();
            boolean system = access.getTargetOwner().isEquivalentTo(System.class);
            return (owner.equals("java.time") || system) && CLOCK_READS.contains(called)
                    || system && Set.of("getenv", "getProperty").contains(called);
        });
    }
}
