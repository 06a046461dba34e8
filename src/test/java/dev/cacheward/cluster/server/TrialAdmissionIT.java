package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.AdmissionRule;
import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What admission does to pods holds up no change that the server itself would get past. */
class TrialAdmissionIT {
    private static final String APART =
            "podTemplate: {labels: {team: shop, sidecar.istio.io/inject: 'false'}, affinity:"
                    + " {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm:"
                    + " {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {team: shop}}}}]}}}";

    private TestNamespace namespace;
    private EditedProfile profile;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("trial");
        profile = new EditedProfile(namespace, "shop");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void aContainerThatRunsOnBesideTheTrialHoldsUpNoChange() {
        under(AdmissionRule.inject(namespace, "containers", "proxy", "sleep 1d", ""), () -> {
            assertChanged(2);
        });
    }

    @Test
    void aSidecarOfKubernetesOwnKindHoldsUpNoChange() {
        under(
                AdmissionRule.inject(namespace, "initContainers", "proxy", "sleep 1d", ", restartPolicy: 'Always'"),
                () -> {
                    assertChanged(1);
                });
    }

    @Test
    void aRefusalIsToldWhileAnotherContainerRunsOn() {
        under(AdmissionRule.inject(namespace, "containers", "proxy", "sleep 1d", ""), () -> {
            profile.applyAndAwaitReady("{}");

            profile.apply("{config: {locale-collate: no_WHERE}}");

            assertThat(profile.awaitNotReady(Reason.CONFIG_REFUSED)).contains("locale-collate \"no_WHERE\"");
            profile.applyAndAwaitReady("{}");
            TestNamespace.patiently().until(() -> !profile.hasPreflight());
        });
    }

    @Test
    void anInitContainerThatFailsIsToldByNameAndTheChangeIsMadeWhenItFailsNoMore() {
        // Given
        profile.applyAndAwaitReady("{}");
        String before = profile.podUid();
        under(AdmissionRule.inject(namespace, "initContainers", "agent", "exit 3", ""), () -> {
            // When
            awaitInForce("agent");
            profile.apply("{config: {databases: '44'}}");

            // Then
            TestNamespace.patiently()
                    .untilAsserted(() -> assertThat(namespace.message("shop", ConditionType.READY))
                            .contains("init container \"agent\"", "exit code 3"));
            assertThat(profile.podUid()).isEqualTo(before);
        });
        profile.awaitReady();
        assertThat(profile.redis().config("databases")).isEqualTo("44");
    }

    @Test
    void aContainerThatIsNotReadyBesideTheServerIsToldByName() {
        under(
                AdmissionRule.inject(
                        namespace,
                        "containers",
                        "proxy",
                        "sleep 1d",
                        ", readinessProbe: Object.spec.containers.readinessProbe{exec:"
                                + " Object.spec.containers.readinessProbe.exec{command: ['false']}}"),
                () -> {
                    awaitInForce("proxy");
                    profile.apply("{}");

                    TestNamespace.patiently()
                            .untilAsserted(() -> assertThat(namespace.message("shop", ConditionType.READY))
                                    .contains("container \"proxy\", which is not the operator's"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has(object.metadata.labels) && 'team' in object.metadata.labels",
                "object.metadata.?labels['sidecar.istio.io/inject'].orValue('') == 'false'",
                "object.spec.containers.all(c, has(c.livenessProbe) && has(c.readinessProbe))",
                "object.spec.containers.all(c, has(c.startupProbe))",
                "object.spec.containers.all(c, quantity(c.resources.requests['memory']).compareTo(quantity('60Mi')) >= 0)",
                "object.spec.containers.all(c, has(c.resources.limits))",
                "object.spec.terminationGracePeriodSeconds >= 10",
                "object.metadata.?ownerReferences.orValue([]).exists(o, o.controller)"
            })
    void aRuleThatTheServerSatisfiesIsSatisfiedByTheTrial(String rule) {
        under(AdmissionRule.demand(namespace, rule), () -> {
            profile.applyAndAwaitReady("{" + APART + "}");
            profile.applyAndAwaitReady("{config: {databases: '44'}, " + APART + "}");
            assertThat(profile.redis().config("databases")).isEqualTo("44");
        });
    }

    @Test
    void aRuleThatOnlyTheTrialBreaksIsToldAsOne() {
        // Given
        profile.applyAndAwaitReady("{}");
        String before = profile.podUid();
        under(AdmissionRule.refuseTrials(namespace), () -> {
            // When
            profile.apply("{config: {databases: '44'}}");

            // Then
            assertThat(profile.awaitNotReady(Reason.WRITE_REFUSED))
                    .contains("the rule of this test")
                    .contains("This is the trial, not the server");
            assertThat(profile.podUid()).isEqualTo(before);
        });
        profile.awaitReady();
    }

    private void assertChanged(int containers) {
        // Given
        awaitInForce("proxy");
        profile.applyAndAwaitReady("{}");
        assertThat(profile.pod().getStatus().getContainerStatuses()).hasSize(containers);

        // When
        profile.applyAndAwaitReady("{config: {databases: '44'}}");

        // Then
        assertThat(profile.redis().config("databases")).isEqualTo("44");
        TestNamespace.patiently().until(() -> !profile.hasPreflight());
    }

    private static void under(AdmissionRule rule, Runnable test) {
        try (rule) {
            test.run();
        }
    }

    /** A policy is obeyed a moment after it is made. */
    private void awaitInForce(String container) {
        TestNamespace.patiently()
                .until(() ->
                        namespace.dryRun(AdmissionRule.POD).getSpec().toString().contains("name=" + container));
    }
}
