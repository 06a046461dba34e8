package dev.cacheward.cacheprofile.plan.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.RedisConf;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator ends within a change that is told to the running server, after each of its effects. */
class EndedLiveEditTest {
    private static final CacheProfile EDITED =
            SampleProfiles.managed("config: {timeout: '300'}, maxMemory: 100Mi, auth: {allowedCommands: [SLOWLOG]}");

    private final RotationWorld world = new RotationWorld();

    @ParameterizedTest(name = "it ends after {0} effects")
    @MethodSource("effects")
    void theNextOneFinishesItAndThePodStays(int effects) {
        // When
        world.profile = EDITED;
        world.settle(effects);

        // Then
        assertThat(world.found.parameters).containsEntry("timeout", "300").containsEntry("maxmemory", "104857600");
        assertThat(AclFile.line(world.found.users, AclUser.APPLICATION))
                .get()
                .asString()
                .contains("+slowlog");
        assertThat(world.found.written.conf().getData().get(RedisConf.CONF_FILE))
                .contains("timeout \"300\"");
        assertThat(world.found.marks).isEqualTo(world.found.written.marks());
    }

    static Stream<Integer> effects() {
        return IntStream.range(0, 12).boxed();
    }
}
