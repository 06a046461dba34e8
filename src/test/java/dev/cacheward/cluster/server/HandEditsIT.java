package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.TestImages;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody changes by hand on a server of any version is seen, told once without a secret, and put right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandEditsIT {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String CHOSEN = "a-password-by-hand";

    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("hands");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    static List<String> images() {
        return TestImages.all();
    }

    @ParameterizedTest
    @MethodSource("images")
    void usersRoleAndParametersAreAsTheFilesSayAgain(String image) {
        // Given
        EditedProfile profile = ready("all", image);
        List<?> before = users(profile);

        // When
        profile.redis().asOperator("REPLICAOF", "192.0.2.1", "6379");
        profile.redis().asOperator("ACL", "SETUSER", "mallory", "on", "nopass", "+@all", "~*");
        profile.redis().asOperator("ACL", "SETUSER", "default", "+flushall", ">" + CHOSEN);
        profile.redis().asOperator("ACL", "DELUSER", "probe");
        profile.redis().asOperator(profile.redis().configCommand(), "SET", "maxmemory-policy", "noeviction");

        // Then
        TestNamespace.patiently().until(() -> users(profile).equals(before));
        TestNamespace.patiently()
                .until(() -> profile.redis().config("maxmemory-policy").equals("volatile-lfu"));
        assertThat(profile.redis().asApplication("SET", "a", "b")).isEqualTo("OK");
        assertThat(profile.redis().asProbe("PING")).isEqualTo("PONG");
        namespace.awaitProfile(profile.name(), ConditionType.CONFIG_IN_SYNC, "True", Reason.IN_SYNC);
        assertToldOnce(profile, "\"mallory\"", "\"default\" had a further password", "\"probe\"", "REPLICAOF");
    }

    @ParameterizedTest
    @MethodSource("images")
    void aRewriteOfTheFileIsRefusedAndHarmsNothing(String image) {
        // Given
        EditedProfile profile = ready("rewrite", image);
        String pod = profile.podUid();
        profile.redis().asOperator(profile.redis().configCommand(), "SET", "maxmemory-policy", "noeviction");

        // When
        Object reply = profile.redis().asOperator(profile.redis().configCommand(), "REWRITE");

        // Then
        assertThat(reply).asString().startsWith("-ERR Rewriting config file");
        TestNamespace.patiently()
                .until(() -> profile.redis().config("maxmemory-policy").equals("volatile-lfu"));
        namespace.awaitProfile(profile.name(), ConditionType.CONFIG_IN_SYNC, "True", Reason.IN_SYNC);
        assertThat(profile.podUid()).isEqualTo(pod);
        assertToldOnce(profile, "maxmemory-policy was \"noeviction\"");
    }

    @ParameterizedTest
    @MethodSource("images")
    void whilePausedAllOfItIsToldAndNothingTouched(String image) {
        // Given
        EditedProfile profile = ready("held", image);
        profile.annotate("cacheward.dev/paused", "true");
        namespace.awaitProfile(profile.name(), ConditionType.READY, "True", Reason.PAUSED);

        // When
        profile.redis().asOperator("ACL", "SETUSER", "default", "+flushall");
        profile.redis().asOperator("ACL", "SETUSER", "mallory", "on", "nopass");
        List<?> after = users(profile);

        // Then
        TestNamespace.patiently()
                .untilAsserted(() -> assertThat(namespace.message(profile.name(), ConditionType.CONFIG_IN_SYNC))
                        .contains("user \"default\" had other commands", "user \"mallory\"")
                        .endsWith("It stays so while annotation cacheward.dev/paused is there."));
        assertThat(users(profile)).isEqualTo(after);
        profile.annotate("cacheward.dev/paused", "false");
        TestNamespace.patiently()
                .until(() -> users(profile).stream()
                        .noneMatch(user -> user.toString().contains("mallory")));
        namespace.awaitReady(profile.name());
    }

    private EditedProfile ready(String prefix, String image) {
        EditedProfile profile = new EditedProfile(
                namespace, prefix + "-" + image.replaceAll(".*/", "").replaceAll("[^a-z0-9]", "-"));
        profile.applyAndAwaitReady("{image: '" + image + "'}");
        return profile;
    }

    private static List<?> users(EditedProfile profile) {
        return (List<?>) profile.redis().asOperator("ACL", "LIST");
    }

    private void assertToldOnce(EditedProfile profile, String... words) {
        List<Event> events = namespace.list(Event.class).stream()
                .filter(event -> event.getRegarding().getName().equals(profile.name()))
                .toList();
        List<Event> told = events.stream()
                .filter(event -> event.getReason().equals(Reason.DRIFTED.wire()))
                .toList();
        for (String word : words) {
            assertThat(told)
                    .filteredOn(event -> event.getNote().contains(word))
                    .singleElement()
                    .satisfies(event -> assertThat(event.getSeries()).isNull());
        }
        assertThat(events)
                .extracting(Event::getNote)
                .noneMatch(note -> note.contains(CHOSEN) || HASH.matcher(note).find());
        assertThat(namespace.profile(profile.name()).getStatus().toString())
                .doesNotContain(CHOSEN)
                .doesNotContainPattern(HASH);
    }
}
