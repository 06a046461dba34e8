package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.model.tls.ServerCertificate;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.configmap.DeliveryMap;
import dev.cacheward.golden.Golden;
import dev.cacheward.golden.Yaml;
import dev.cacheward.redis.Password;
import dev.cacheward.runtime.RunAs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From {@code in.yaml} to all that is written for it on an empty namespace, in the order of writing. */
class RenderedGoldenTest {
    private static final String KIND = "cacheprofile/";
    private static final RunAs REDIS = new RunAs.Uid(999);
    private static final Optional<String> NAMESPACE = Optional.of("cacheward-system");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minimal",
                "everything",
                "snapshot",
                "append-only",
                "retain",
                "network-policy",
                "bind-all",
                "two-deliveries"
            })
    void aProfileBecomesTheseObjects(String name) throws IOException {
        // Given
        String in = in(name);

        // When
        ProfilePlan plan = plan(in, REDIS, new UserSecret.NotAsked());

        // Then
        Golden.folder(KIND + name).assertMatches(Map.of("in.yaml", in, "out.yaml", Yaml.of(objects(plan))));
    }

    @Test
    void theAuthorsPasswordIsInTheConnectionAndAsAHashInTheUsersFile() throws IOException {
        // Given
        String in = in("own-password");

        // When
        ProfilePlan plan = plan(in, REDIS, new UserSecret.Found(new Password("it's 100% \"mine\" $HOME")));

        // Then
        Golden.folder(KIND + "own-password").assertMatches(Map.of("in.yaml", in, "out.yaml", Yaml.of(objects(plan))));
    }

    @Test
    void aPlatformThatAssignsUsersFindsNoneInThePod() throws IOException {
        // Given
        String in = in("platform-uid");

        // When
        ProfilePlan plan = plan(in, new RunAs.Platform(), new UserSecret.NotAsked());

        // Then
        Golden.folder(KIND + "platform-uid")
                .assertMatches(Map.of(
                        "in.yaml", in, "out.yaml", Yaml.of(List.of(server(plan).statefulSet()))));
    }

    @Test
    void aChangeIsTriedOutByThisPod() throws IOException {
        // Given
        String in = in("preflight");

        // When
        ProfilePlan plan = plan(in, REDIS, new UserSecret.NotAsked());

        // Then
        Golden.folder(KIND + "preflight")
                .assertMatches(Map.of(
                        "in.yaml", in, "out.yaml", Yaml.of(List.of(server(plan).preflight()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "tls-issuer"})
    void aServerThatEncryptsHasItsCertificateInFilesOfTwoNames(String name) throws IOException {
        // Given
        String in = in(name);
        ServerCertificate certificate = new ServerCertificate("CHAIN", new Password("KEY"), "AUTHORITY");

        // When
        ProfilePlan plan = plan(in, ObservedBuilder.certificate(certificate).observed());

        // Then
        List<HasMetadata> objects = objects(plan);
        objects.add(server(plan).preflight());
        Golden.folder(KIND + name).assertMatches(Map.of("in.yaml", in, "out.yaml", Yaml.of(objects)));
    }

    private static ProfilePlan plan(String in, Observed observed) {
        return new CacheProfilePlanner(REDIS, NAMESPACE)
                .plan(
                        SampleProfiles.validate(SampleProfiles.parse(in), observed),
                        observed,
                        Optional.of(SampleProfiles.credentials()))
                .orElseThrow();
    }

    private static String in(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden", KIND + name, "in.yaml"));
    }

    private static ProfilePlan plan(String in, RunAs runAs, UserSecret userSecret) {
        CacheProfile profile = SampleProfiles.parse(in);
        Observed empty = ObservedBuilder.nothing().observed();
        return new CacheProfilePlanner(runAs, NAMESPACE)
                .plan(
                        SampleProfiles.validate(profile, empty),
                        empty,
                        new CredentialsResolver(SampleProfiles.counting()).resolve(profile, empty, userSecret))
                .orElseThrow();
    }

    private static ServerObjects server(ProfilePlan plan) {
        return plan.server().orElseThrow().objects();
    }

    private static List<HasMetadata> objects(ProfilePlan plan) {
        List<HasMetadata> objects = new ArrayList<>(plan.deliveries().stream()
                .map(target -> DeliveryMap.own(plan.profile().owner(), target.configMap(), target.keys()))
                .toList());
        objects.addAll(plan.supporting());
        objects.addAll(server(plan).inOrder());
        return objects;
    }
}
