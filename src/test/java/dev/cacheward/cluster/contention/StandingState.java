package dev.cacheward.cluster.contention;

import dev.cacheward.cluster.rig.AdmissionKeeper;
import dev.cacheward.cluster.rig.ResourceManifests;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * A trouble that lasts, in a namespace of its own.
 *
 * @param writesAMinute the most that each object may cost then
 * @param bringAbout returns what has to be ended
 * @param reached waits until the conditions tell it
 */
record StandingState(
        String name,
        int writesAMinute,
        Function<TestNamespace, AutoCloseable> bringAbout,
        Consumer<TestNamespace> reached) {
    private static final AutoCloseable NOTHING = () -> {};

    /** Every one that is known: add yours. */
    static List<StandingState> all() {
        return Stream.of(
                        Stream.of(ContestedField.values()).map(StandingState::contested),
                        Stream.of(
                                told("image", "image: localhost/there-is-none:1", Reason.IMAGE_PULL_FAILED),
                                told("node", "podTemplate: {nodeSelector: {there-is: none}}", Reason.UNSCHEDULABLE),
                                told(
                                        "password",
                                        "auth: {passwordFrom: {name: none, key: password}}",
                                        Reason.SECRET_NOT_FOUND),
                                told("refused", "config: {locale-collate: no_WHERE}", Reason.CONFIG_REFUSED),
                                told(
                                        "shell",
                                        "image: localhost/pause:1, podTemplate: {imagePullPolicy: Never}",
                                        Reason.IMAGE_UNSUITABLE)),
                        VolumeStates.all(),
                        HeldStates.all(),
                        DeliveryStates.all())
                .flatMap(states -> states)
                .toList();
    }

    /** A profile named shop that never becomes Ready, and costs no write at all. */
    static StandingState told(String name, String managed, Reason reason) {
        return new StandingState(
                name,
                0,
                namespace -> {
                    namespace.apply(ResourceManifests.managed("shop", managed));
                    return NOTHING;
                },
                namespace -> namespace.awaitProfile("shop", ConditionType.READY, "False", reason));
    }

    /** Waits until it stands. */
    void awaitReached(TestNamespace namespace) {
        reached.accept(namespace);
    }

    private static StandingState contested(ContestedField field) {
        return new StandingState(
                field.slug(),
                field == ContestedField.STATEFUL_SET ? 0 : 1,
                namespace -> {
                    AdmissionKeeper keeper = keeper(field, namespace);
                    AdmissionKeeper.awaitAll(TestCluster.get().client(), namespace.name());
                    namespace.apply(ResourceManifests.managed("shop", ResourceManifests.EVERYTHING));
                    return keeper;
                },
                namespace -> TestNamespace.patiently()
                        .untilAsserted(() -> Assertions.assertThat(namespace.message("shop", field.told()))
                                .contains(field.words)));
    }

    private static AdmissionKeeper keeper(ContestedField field, TestNamespace namespace) {
        return new AdmissionKeeper(namespace.name(), field.slug(), field.resource, field.ours(), field.patches);
    }
}
