package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.RecordedPods;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.client.readiness.Readiness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A mistake that only a server can find is found beside the one that serves, which serves on, and is healed by an edit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreflightIT {
    private static final String GOOD = "{config: {hz: '20'}}";
    private static final String NO_IMAGE = "{image: 'localhost/redis:none', podTemplate: {imagePullPolicy: Never}}";
    private static final String NO_SUCH_LOCALE = "{config: {locale-collate: no_WHERE}}";
    private static final String NO_SUCH_NODE = "{podTemplate: {nodeSelector: {nowhere: to-be-found}}}";

    private TestNamespace namespace;
    private EditedProfile profile;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("preflight");
        profile = new EditedProfile(namespace, "serving");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @BeforeEach
    void serveWell() {
        profile.applyAndAwaitReady(GOOD);
    }

    @Test
    void anImageThatDoesNotExistIsSaidAndTheServerServesOn() {
        assertThat(messageWhileServing(NO_IMAGE, Reason.IMAGE_PULL_FAILED)).contains("\"localhost/redis:none\"");
    }

    @Test
    void aValueThatTheServerRefusesIsSaidAndTheServerServesOn() {
        assertThat(messageWhileServing(NO_SUCH_LOCALE, Reason.CONFIG_REFUSED)).contains("locale-collate \"no_WHERE\"");
    }

    @Test
    void aNumberBeyondWhatThisServerTakesIsSaidAndTheServerServesOn() {
        assertThat(messageWhileServing("{config: {io-threads: '200'}}", Reason.INVALID_SPEC))
                .contains("io-threads", "from 1 to 128 on Redis 7.0");
    }

    @Test
    void aParameterOfAnotherServerIsSaidAndTheServerServesOn() {
        assertThat(messageWhileServing("{config: {import-mode: 'no'}}", Reason.CONFIG_REFUSED))
                .contains("import-mode");
    }

    @Test
    void anImageThatIsNoRedisIsSaidAndTheServerServesOn() {
        assertThat(messageWhileServing(
                        "{image: localhost/pause:1, podTemplate: {imagePullPolicy: Never}}", Reason.IMAGE_UNSUITABLE))
                .contains("\"localhost/pause:1\" has no \"sh\"");
    }

    @Test
    void aNodeThatDoesNotExistIsSaidAndTheServerServesOn() {
        assertThat(messageWhileServing(NO_SUCH_NODE, Reason.UNSCHEDULABLE))
                .startsWith("No node takes the pod (node(s) didn't match Pod's node affinity/selector): check");
    }

    @Test
    void aMistakeIsHealedForwardsByOneReplacement() {
        // Given
        profile.apply(NO_SUCH_LOCALE);
        profile.awaitNotReady(Reason.CONFIG_REFUSED);

        try (RecordedPods pods = profile.watchPods()) {
            // When
            profile.applyAndAwaitReady("{config: {notify-keyspace-events: Kx, databases: '20'}}");

            // Then
            assertThat(pods.until(profile.podUid())).hasSize(2);
        }
        assertThat(profile.redis().config("notify-keyspace-events")).isEqualTo("xK");
        TestNamespace.patiently().until(() -> !profile.hasPreflight());
    }

    @Test
    void aMistakeThatIsHeldBackStaysOutWhenTheServersPodIsReplaced() {
        // Given
        profile.apply(NO_SUCH_LOCALE);
        profile.awaitNotReady(Reason.CONFIG_REFUSED);
        String before = profile.podUid();

        // When
        profile.deletePod();

        // Then
        TestNamespace.patiently().until(() -> !profile.podUid().equals(before) && Readiness.isPodReady(profile.pod()));
        namespace.awaitProfile(profile.name(), ConditionType.REDIS_AVAILABLE, "True", Reason.CHECK_PASSED);
        assertThat(profile.awaitNotReady(Reason.CONFIG_REFUSED)).contains("The running server serves on as before.");
    }

    @Test
    void mistakesOfAFirstVersionAreSaidAndHealedByAnEdit() {
        EditedProfile first = new EditedProfile(namespace, "first");

        first.apply(NO_IMAGE);
        assertThat(first.awaitNotReady(Reason.IMAGE_PULL_FAILED)).contains("\"localhost/redis:none\"");

        first.apply(NO_SUCH_LOCALE);
        assertThat(first.awaitNotReady(Reason.CONFIG_REFUSED)).contains("locale-collate \"no_WHERE\"");

        first.apply(NO_SUCH_NODE);
        assertThat(first.awaitNotReady(Reason.UNSCHEDULABLE)).contains("nodeSelector");

        first.applyAndAwaitReady(GOOD);
    }

    @Test
    void aNewPasswordWaitsForTheServerThatWillKnowIt() {
        // Given
        EditedProfile own = new EditedProfile(namespace, "own");
        String password = "auth: {passwordFrom: {name: chosen, key: password}}";
        choosePassword("first-password");
        own.applyAndAwaitReady("{" + password + "}");
        String mistake = "{" + password + ", config: {locale-collate: no_WHERE}}";
        own.apply(mistake);
        own.awaitNotReady(Reason.CONFIG_REFUSED);

        // When
        choosePassword("second-password");
        own.apply(mistake, "90s");
        TestNamespace.patiently()
                .until(() ->
                        "90".equals(namespace.configMap("own-cache").getData().get("CACHE_TTL_PAGE")));

        // Then
        assertThat(own.redis().application().password().value()).isEqualTo("first-password");
        assertThat(own.redis().asApplication("PING")).isEqualTo("PONG");
        own.applyAndAwaitReady("{" + password + "}");
        TestNamespace.patiently()
                .until(() -> own.redis().application().password().value().equals("second-password"));
        assertThat(own.redis().asApplication("PING")).isEqualTo("PONG");
    }

    @Test
    void aTrialIsNotKeptOffByTheServersOwnLabels() {
        EditedProfile apart = new EditedProfile(namespace, "apart");
        String rules = "podTemplate: {labels: {tier: cache}, affinity: {podAntiAffinity:"
                + " {requiredDuringSchedulingIgnoredDuringExecution:"
                + " [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {tier: cache}}}]}}}";
        apart.applyAndAwaitReady("{" + rules + "}");
        // The rule keeps a second server off the only node, so that there is nothing to take the data over.
        apart.annotate(
                "cacheward.dev/allow-cold-roll",
                String.valueOf(namespace.profile("apart").getMetadata().getGeneration() + 1));

        apart.applyAndAwaitReady("{config: {databases: '44'}, " + rules + "}");

        assertThat(apart.redis().config("databases")).isEqualTo("44");
    }

    private void choosePassword(String password) {
        namespace.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: chosen}
                stringData: {password: %s}
                """.formatted(password));
    }

    /** Applies a mistake and takes it back; the pod and its connections must not notice. */
    private String messageWhileServing(String mistake, Reason reason) {
        try (RecordedPods pods = profile.watchPods();
                SteadyClient application = new SteadyClient(profile.redis())) {
            profile.apply(mistake);
            String message = profile.awaitNotReady(reason);
            application.assertServed();
            profile.applyAndAwaitReady(GOOD);
            TestNamespace.patiently().until(() -> !profile.hasPreflight());
            application.assertServed();
            assertThat(pods.until(profile.podUid())).containsExactly(profile.podUid());
            return message;
        }
    }
}
