package dev.cacheward.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cluster.rig.EditedProfile;
import dev.cacheward.cluster.rig.RecordedPods;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a running server can be told replaces no pod, cuts no connection and loses no key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveEditsIT {
    private static final List<String> EDITS = List.of(
            "{config: {timeout: '300'}}",
            "{config: {hz: '50', notify-keyspace-events: KEA}}",
            "{maxMemory: 100Mi}",
            "{maxMemory: 150Mi, evictionPolicy: allkeys-lru}",
            "{disabledCommands: [FLUSHDB, FLUSHALL, KEYS, CONFIG, MONITOR]}",
            "{disabledCommands: [FLUSHDB, FLUSHALL, KEYS, CONFIG, MONITOR], auth: {allowedCommands: [SLOWLOG]}}");

    private TestNamespace namespace;

    @BeforeAll
    void open() {
        namespace = new TestNamespace("live");
    }

    @AfterAll
    void delete() {
        namespace.close();
    }

    @Test
    void noEditOfWhatTheServerTakesLosesAKeyOrAConnection() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "kept");
        profile.applyAndAwaitReady("{}");
        try (RecordedPods pods = profile.watchPods();
                SteadyClient application = new SteadyClient(profile.redis())) {
            // When
            EDITS.forEach(profile::applyAndAwaitReady);

            // Then
            application.assertServed();
            String[] keys = application.writtenKeys();
            String[] exists =
                    Stream.concat(Stream.of("EXISTS"), Stream.of(keys)).toArray(String[]::new);
            assertThat(profile.redis().asApplication(exists)).isEqualTo((long) keys.length);
            assertThat(pods.until(profile.podUid())).containsExactly(profile.podUid());
        }
        assertThat(profile.redis().config("timeout")).isEqualTo("0");
        assertThat(profile.redis().config("maxmemory-policy")).isEqualTo("volatile-lfu");
        assertThat(profile.redis().asApplication("SLOWLOG", "LEN")).isInstanceOf(Long.class);
        assertThat(profile.redis().asApplication("MONITOR").toString()).startsWith("-NOPERM");
    }

    @Test
    void whatWasToldIsTrueOfTheNextProcessToo() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "next");
        profile.applyAndAwaitReady("{}");
        profile.applyAndAwaitReady("{maxMemory: 100Mi, config: {hz: '44'}, auth: {allowedCommands: [SLOWLOG]}}");
        String before = profile.podUid();

        // When
        profile.deletePod();

        // Then
        TestNamespace.patiently()
                .until(() -> namespace
                        .redisPod("next")
                        .filter(pod -> !pod.getMetadata().getUid().equals(before))
                        .isPresent());
        profile.awaitReady();
        assertThat(profile.redis().config("hz")).isEqualTo("44");
        assertThat(profile.redis().config("maxmemory")).isEqualTo(String.valueOf(100L << 20));
        assertThat(profile.redis().asApplication("SLOWLOG", "LEN")).isInstanceOf(Long.class);
    }

    @Test
    void aValueThatTheRunningServerRefusesReachesNoFile() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "refuses");
        profile.applyAndAwaitReady("{config: {hz: '20'}}");
        String before = profile.podUid();

        // When
        profile.apply("{config: {hz: '30', activedefrag: 'yes'}}");

        // Then
        assertThat(profile.awaitNotReady(Reason.CONFIG_REFUSED)).contains("activedefrag");
        assertThat(profile.redis().config("hz")).isEqualTo("20");
        assertThat(namespace.configMap("refuses-redis-conf").getData().get("redis.conf"))
                .contains("hz \"20\"")
                .doesNotContain("activedefrag");
        profile.applyAndAwaitReady("{config: {hz: '30'}}");
        assertThat(profile.redis().config("hz")).isEqualTo("30");
        assertThat(profile.podUid()).isEqualTo(before);
    }

    @Test
    void aParameterThatSomebodySetIsToldAndPutRight() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "drifts");
        profile.applyAndAwaitReady("{}");

        // When
        profile.redis().asOperator(profile.redis().configCommand(), "SET", "maxmemory-policy", "noeviction");

        // Then
        namespace.awaitProfile("drifts", ConditionType.CONFIG_IN_SYNC, "False", Reason.DRIFTED);
        assertThat(namespace.message("drifts", ConditionType.CONFIG_IN_SYNC))
                .startsWith("maxmemory-policy was \"noeviction\" instead of \"volatile-lfu\".");
        assertThat(profile.redis().config("maxmemory-policy")).isEqualTo("volatile-lfu");
        namespace.awaitProfile("drifts", ConditionType.CONFIG_IN_SYNC, "True", Reason.IN_SYNC);
    }

    @Test
    void anotherPasswordIsToldAndCutsNobody() {
        // Given
        EditedProfile profile = new EditedProfile(namespace, "own");
        choose("first-password");
        profile.applyAndAwaitReady("{auth: {passwordFrom: {name: chosen, key: password}}}");
        String before = profile.podUid();
        try (SteadyClient application = new SteadyClient(profile.redis())) {
            // When
            choose("second-password");
            profile.apply("{auth: {passwordFrom: {name: chosen, key: password}}}", "90s");

            // Then
            TestNamespace.patiently()
                    .until(() ->
                            profile.redis().application().password().value().equals("second-password")
                                    && "PONG".equals(profile.redis().asApplication("PING")));
            application.assertServed();
        }
        profile.awaitReady();
        assertThat(profile.podUid()).isEqualTo(before);
    }

    private void choose(String password) {
        namespace.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: chosen}
                stringData: {password: %s}
                """.formatted(password));
    }
}
