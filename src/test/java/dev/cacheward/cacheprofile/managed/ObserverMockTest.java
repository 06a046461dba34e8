package dev.cacheward.cacheprofile.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.runtime.ClusterDomain;
import dev.cacheward.status.Cause;
import dev.cacheward.testbed.EmbeddedApi;
import dev.cacheward.testbed.Request;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the caches lack is not taken for absent where that would do harm. */
class ObserverMockTest {
    private static final CacheProfile PERSISTENT = SampleProfiles.managed("persistence: {mode: AppendOnly}");

    private final EmbeddedApi api = EmbeddedApi.start();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whatTheCachesLackIsReadFromTheApiServer() {
        // Given
        CacheProfile mine = api.client().resource(PERSISTENT).create();
        objects(mine).forEach(this::create);

        // When
        Observed observed = observer(List.of()).observe(mine);

        // Then
        assertThat(observed.credentials()).contains(SampleProfiles.credentials());
        assertThat(observed.server().environment()).isPresent();
        assertThat(observed.server().statefulSet()).isPresent();
        assertThat(observed.server().claim()).isPresent();
    }

    @Test
    void whatIsSomebodyElsesIsNot() {
        // Given
        CacheProfile theirs = api.client().resource(PERSISTENT).create();
        objects(theirs).forEach(this::create);

        // When
        Observed observed = observer(List.of()).observe(PERSISTENT);

        // Then
        assertThat(api.client().secrets().inNamespace("team").list().getItems()).isNotEmpty();
        assertThat(observed.server())
                .isEqualTo(ObservedBuilder.nothing().observed().server());
        assertThat(observed.optional()).isEmpty();
    }

    @Test
    void aProfileOfWhichNothingIsMissingCostsNoRequest() {
        // Given
        List<HasMetadata> cached = objects(PERSISTENT).toList();

        // When
        Observed observed = observer(cached).observe(PERSISTENT);

        // Then
        assertThat(observed.server().claim()).isPresent();
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void aVolumeIsLookedForOnlyWhereDataIsToPersist() {
        // When
        observer(List.of()).observe(SampleProfiles.minimal());

        // Then
        assertThat(api.requests())
                .extracting(Request::path)
                .isNotEmpty()
                .noneMatch(path -> path.contains("persistentvolumeclaims"));
    }

    /** The server is then left as it is: see the resolver. */
    @Test
    void whatMayNotBeReadIsHiddenAndNotAbsent() {
        // Given
        api.failNext(1, request -> request.path().endsWith("/secrets/shop-redis"), 403, "Forbidden", "no get here");

        // When
        Observed observed = observer(List.of()).observe(PERSISTENT);

        // Then
        assertThat(observed.hidden().map(Cause::message))
                .hasValueSatisfying(message -> assertThat(message).endsWith("no get here"));
        assertThat(new CredentialsResolver(SampleProfiles.counting())
                        .resolve(SampleProfiles.minimal(), observed, new UserSecret.NotAsked()))
                .isEmpty();
    }

    private static final Clock CLOCK = Clock.fixed(ObservedBuilder.NOW, ZoneOffset.UTC);

    private Observer observer(List<HasMetadata> cached) {
        return new Observer(
                api.client(),
                new CachedChildren(cached, List.of()),
                new ScriptedRedis().turns(),
                CLOCK,
                ClusterDomain.DEFAULT);
    }

    private static Stream<HasMetadata> objects(CacheProfile profile) {
        ProfilePlan plan =
                SampleProfiles.plan(profile, ObservedBuilder.nothing().observed());
        List<HasMetadata> objects = new ArrayList<>(plan.supporting());
        objects.addAll(plan.server().orElseThrow().objects().inOrder());
        return objects.stream().map(SampleProfiles::copy);
    }

    private void create(HasMetadata object) {
        api.client().resource(object).create();
    }
}
