package dev.cacheward.layering;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;

/** The rules on who may touch the world: the API server, Redis, the clock and the environment. */
final class PurityRules {
    private static final String[] REDIS_CLIENT = {"io.lettuce..", "io.netty.."};

    /** What touches the world by itself. */
    private static final DescribedPredicate<JavaClass> WORLD = resideInAnyPackage(
                    "io.fabric8.kubernetes.client..",
                    "io.javaoperatorsdk..",
                    "io.lettuce..",
                    "io.netty..",
                    "java.net.http..",
                    "java.nio.channels..",
                    "java.nio.file..")
            .or(describe(
                    "clock or socket",
                    type -> type.isAssignableTo(Clock.class) || type.isAssignableTo(java.net.Socket.class)));

    private static final Set<String> CLOCK_READS = Set.of("now", "instant", "millis", "currentTimeMillis", "nanoTime");

    /** Only these write to the API server; the status of a resource is written by the operator SDK, as the last tells it. */
    private static final Set<String> WRITERS = Set.of(
            "kubernetes.WriteRequests",
            "configmap.MergeRequests",
            "configmap.MergeFinalizer",
            "cacheprofile.managed.Admission",
            "cli.diff.Trial",
            "restart.Workloads",
            "events.EventRecorder",
            "leader.LeaseStore",
            "cli.cleanup.LastWords",
            "cli.cleanup.OperatorStop",
            "reconcile.StatusUpdates");

    private static final String WRITING =
            "(patch|create|update|edit|replace|delete|serverSideApply|scale|evict|addFinalizer|removeFinalizer|raw).*";

    private final Tree tree;

    PurityRules(Tree tree) {
        this.tree = tree;
    }

    Stream<ArchRule> all() {
        return Stream.of(
                pureCodeTouchesNothing(),
                pureCodeUsesNothingThatDoes(),
                kubernetesModelInTheKindsAlone(),
                lettuceInItsPackageAlone(),
                fewClassesWrite());
    }

    private ArchRule pureCodeTouchesNothing() {
        return noClasses()
                .that(pure())
                .should()
                .dependOnClassesThat(WORLD)
                .orShould()
                .accessTargetWhere(clockOrEnvironment())
                .as("Pure code knows no Kubernetes client, no Redis client, no file, no clock and no environment");
    }

    /** An interface touches what its implementations touch. The API is left out: its resources extend a class of the client. */
    private ArchRule pureCodeUsesNothingThatDoes() {
        return noClasses()
                .that(pure())
                .should()
                .dependOnClassesThat(tree.outside("api").and(touchesTheWorld()))
                .as("Pure code uses nothing of ours that touches the world, not even through an interface");
    }

    private ArchRule kubernetesModelInTheKindsAlone() {
        return noClasses()
                .that(pureOutsideTheKinds())
                .should()
                .dependOnClassesThat(resideInAPackage("io.fabric8.."))
                .as("Pure code outside the kinds knows no Kubernetes model");
    }

    private ArchRule lettuceInItsPackageAlone() {
        return noClasses()
                .that(tree.outside("redis.client"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(REDIS_CLIENT))
                .as("Only redis.client knows lettuce and netty");
    }

    private ArchRule fewClassesWrite() {
        return noClasses()
                .that(resideInAPackage(tree.root() + "..").and(not(tree.named(WRITERS))))
                .should()
                .accessTargetWhere(describe(
                        "a write to the API server",
                        access -> isClient(access.getTargetOwner())
                                && access.getName().matches(WRITING)))
                .as("Only the writers change what the API server holds, each for one purpose");
    }

    private DescribedPredicate<JavaClass> pure() {
        return pureOutsideTheKinds().or(tree.pureInKinds());
    }

    private DescribedPredicate<JavaClass> pureOutsideTheKinds() {
        return tree.in("delivery", "status", "validation", "redis.conf").or(tree.exactly("redis"));
    }

    private static DescribedPredicate<JavaClass> touchesTheWorld() {
        return describe(
                "touch the world",
                type -> Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
                        .flatMap(any -> any.getDirectDependenciesFromSelf().stream())
                        .map(Dependency::getTargetClass)
                        .anyMatch(WORLD));
    }

    private static boolean isClient(JavaClass owner) {
        return resideInAnyPackage("io.fabric8.kubernetes.client..", "io.javaoperatorsdk..")
                .test(owner);
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
