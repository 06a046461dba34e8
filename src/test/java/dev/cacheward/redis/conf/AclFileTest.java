package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AclFileTest {
    private static final UserHashes HASHES = new UserHashes("aaa", "bbb", "ccc", "ddd");

    @Test
    void fourUsersOfWhichTheApplicationIsDefault() {
        // Given
        ServerSettings settings = SampleServerSettings.defaults();
        // When
        String acl = AclFile.render(settings, HASHES);
        // Then
        assertThat(acl)
                .isEqualTo("user default reset on #aaa ~* &* +@all -@admin -@dangerous +info +sort +sort_ro +role"
                        + " +client|list -flushdb -flushall -keys -config\n"
                        + "user cacheward reset on #bbb ~cacheward:* -@all +ping +info +config +bgsave +acl|setuser +acl|getuser +acl|deluser +acl|list"
                        + " +replicaof +failover +client|pause +client|unpause +client|kill\n"
                        + "user probe reset on #ccc -@all +ping\n"
                        + "user replica reset on #ddd -@all +psync +replconf +ping\n");
    }

    @Test
    void whatIsTakenOffTheDisabledListIsGivenBack() {
        // Given
        ServerSettings settings = SampleServerSettings.disabling(PersistenceMode.NONE, Set.of(DisabledCommand.KEYS));
        // When
        String acl = AclFile.render(settings, HASHES);
        // Then
        assertThat(acl).contains("+flushdb +flushall +config -keys\n");
    }

    @Test
    void allowedCommandsAreSortedLowerCaseAndGivenOnce() {
        // Given
        ServerSettings settings = SampleServerSettings.allowing("SWAPDB", "Client|Kill", "SORT", "CLIENT|LIST");
        // When
        String acl = AclFile.render(settings, HASHES);
        // Then
        assertThat(acl).contains("+role +client|list +client|kill +swapdb -flushdb");
    }

    @Test
    void aDisabledCommandBeatsWhatIsGivenAlsoByOneOfItsSubCommands() {
        // Given
        Set<DisabledCommand> disabled = Set.of(DisabledCommand.SORT, DisabledCommand.LATENCY);
        // When
        String acl = AclFile.render(
                SampleServerSettings.disabling(PersistenceMode.NONE, disabled, "sort", "latency|doctor"), HASHES);
        // Then
        assertThat(acl).contains("-sort -latency\n").doesNotContain("+sort ").doesNotContain("+latency");
    }
}
