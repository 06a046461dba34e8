package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.roll.RollFacts;
import dev.cacheward.cacheprofile.model.tls.ObservedTls;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.CacheProfileValidator;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.basics.BasicsValidator;
import dev.cacheward.cacheprofile.render.PodRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.ForeignFieldManager;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.PasswordGenerator;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.runtime.RunAs;
import dev.cacheward.validation.Bounds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that the first release made runs on after an upgrade, behind its Service; its next roll brings the labels of now. */
class FirstRenderingIT {
    private static final String NAME = "app.kubernetes.io/name";
    private static final RunAs USER = new RunAs.Uid(999);

    private static final Observed NOTHING = new Observed(
            new Observed.Look("", "", "", Instant.EPOCH),
            new ObservedServer(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    ObservedTls.none()),
            Optional.empty(),
            new ObservedRedis.NotAsked(),
            VolumeFacts.none(),
            RollFacts.none(),
            List.of(),
            Optional.empty());

    private TestNamespace namespace;
    private EditedProfile profile;

    @BeforeEach
    void create() {
        namespace = new TestNamespace("upgraded");
        profile = new EditedProfile(namespace, "shop");
    }

    @AfterEach
    void delete() {
        namespace.close();
    }

    @Test
    void anUpgradeMovesNoPodAndTheNextRollBringsTheLabelsOfNow() {
        // Given
        namespace.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop, annotations: {cacheward.dev/paused: "true"}}
                spec:
                  ttls: {page: 60s}
                  redis: {managed: {}}
                """);
        makeAsTheFirstRelease(namespace.profile("shop"));
        TestNamespace.patiently().until(() -> Readiness.isPodReady(profile.pod()));
        String before = profile.podUid();
        assertThat(profile.pod().getMetadata().getLabels()).containsEntry(NAME, "redis");

        // When
        namespace.resource(CacheProfile.class, "shop").edit(resource -> {
            resource.getMetadata().setAnnotations(Map.of());
            return resource;
        });
        profile.awaitReady();

        // Then
        assertThat(profile.podUid()).isEqualTo(before);
        assertThat(endpoints()).containsExactly("shop-redis-0");
        namespace.apply("""
                apiVersion: cacheward.dev/v1alpha1
                kind: CacheProfile
                metadata: {name: shop}
                spec:
                  ttls: {page: 60s}
                  redis: {managed: {config: {databases: '20'}}}
                """);
        namespace.awaitNewPod("shop", before);
        assertThat(profile.pod().getMetadata().getLabels()).containsEntry(NAME, "cacheward-redis");
        TestNamespace.patiently().untilAsserted(() -> assertThat(endpoints()).containsExactly("shop-redis-0"));
    }

    private void makeAsTheFirstRelease(CacheProfile resource) {
        Credentials credentials = new CredentialsResolver(PasswordGenerator.random(new SecureRandom()))
                .resolve(resource, NOTHING, new UserSecret.NotAsked())
                .orElseThrow();
        ProfilePlan plan = new CacheProfilePlanner(USER, Optional.of("cacheward"))
                .plan(
                        new CacheProfileValidator(
                                        TestCluster.settings().redis(),
                                        new BasicsValidator(ClusterDomain.DEFAULT, Bounds.none()))
                                .validate(resource, NOTHING),
                        NOTHING,
                        Optional.of(credentials))
                .orElseThrow();
        Profile first = plan.profile().withServer(plan.profile().server().withRendering(Rendering.FIRST));
        plan.supporting().forEach(this::write);
        ServerObjects.render(first, credentials, new PodRenderer(USER), Optional.empty(), Optional.empty())
                .inOrder()
                .forEach(this::write);
    }

    private void write(HasMetadata object) {
        new ForeignFieldManager("cacheward")
                .apply(TestCluster.get().client(), namespace.name(), Serialization.asYaml(object));
    }

    private List<String> endpoints() {
        return namespace.list(EndpointSlice.class).stream()
                .filter(slice ->
                        "shop-redis".equals(slice.getMetadata().getLabels().get("kubernetes.io/service-name")))
                .flatMap(slice -> slice.getEndpoints().stream())
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.getConditions().getReady()))
                .map(Endpoint::getTargetRef)
                .map(ObjectReference::getName)
                .toList();
    }
}
