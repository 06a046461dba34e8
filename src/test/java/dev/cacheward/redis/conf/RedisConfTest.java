package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedisConfTest {
    @Test
    void theDefaultsOfAProfile() {
        // Given
        ServerSettings settings = SampleServerSettings.defaults();
        // When
        String conf = RedisConf.render(settings);
        // Then
        assertThat(conf).isEqualTo("""
                        include /etc/cacheward/secret/commands.conf
                        port 6379
                        protected-mode yes
                        daemonize no
                        dir /data
                        aclfile /etc/cacheward/secret/users.acl
                        maxmemory 201326592
                        maxmemory-policy volatile-lfu
                        save ""
                        appendonly no
                        maxmemory-clients 50331648
                        """);
    }

    @Test
    void aServerOfTheFirstRenderingKeepsItsLimitOfBuffers() {
        // Given
        ServerSettings first = SampleServerSettings.defaults().withRendering(Rendering.FIRST);

        // Then
        assertThat(RedisConf.render(first)).contains("maxmemory-clients 10%\n");
    }

    @Test
    void snapshotsHaveTheSavePointsOfRedis() {
        // Given
        ServerSettings settings = SampleServerSettings.of(PersistenceMode.SNAPSHOT, Map.of());
        // When
        String conf = RedisConf.render(settings);
        // Then
        assertThat(conf)
                .contains("\nsave 3600 1 300 100 60 10000\nappendonly no\n")
                .doesNotContain("appendfsync");
    }

    @Test
    void anAppendOnlyFileStandsAlone() {
        // Given
        ServerSettings settings = SampleServerSettings.of(PersistenceMode.APPEND_ONLY, Map.of());
        // When
        String conf = RedisConf.render(settings);
        // Then
        assertThat(conf).contains("\nsave \"\"\nappendonly yes\nappendfsync everysec\n");
    }

    @Test
    void parametersAreSortedQuotedAndOverrideAnOverridableDefault() {
        // Given
        Map<String, String> parameters = Map.of(
                "Timeout",
                "0",
                "maxmemory-clients",
                "5%",
                "hz",
                "20",
                "proc-title-template",
                "a\"b\\ \nport 1\t\0\u007f");
        // When
        String conf = RedisConf.render(SampleServerSettings.of(PersistenceMode.NONE, parameters));
        // Then
        assertThat(conf).endsWith("""
                        maxmemory-clients "5%"
                        timeout "0"
                        hz "20"
                        proc-title-template "a\\"b\\\\ \\nport 1\\t\\x00\\x7f"
                        """);
    }

    @Test
    void disabledCommandsAreRenamedToNothingAndConfigToItsSecretName() {
        // Given
        ServerSettings settings = SampleServerSettings.defaults();
        // When
        String conf = CommandsConf.render(settings, "config-secret");
        // Then
        assertThat(conf).isEqualTo("""
                        rename-command FLUSHDB ""
                        rename-command FLUSHALL ""
                        rename-command KEYS ""
                        rename-command CONFIG config-secret
                        """);
    }

    @Test
    void besideAnAppendOnlyFileNoWriteCommandIsRenamed() {
        // Given
        Set<DisabledCommand> disabled = Set.of(
                DisabledCommand.FLUSHALL,
                DisabledCommand.SORT,
                DisabledCommand.SORT_RO,
                DisabledCommand.FUNCTION,
                DisabledCommand.KEYS);
        // When
        String conf = CommandsConf.render(SampleServerSettings.disabling(PersistenceMode.APPEND_ONLY, disabled), "c");
        // Then
        assertThat(conf).isEqualTo("rename-command KEYS \"\"\nrename-command SORT_RO \"\"\n");
    }

    @Test
    void withNothingDisabledTheFileIsEmpty() {
        // Given
        ServerSettings settings = SampleServerSettings.disabling(PersistenceMode.NONE, Set.of());
        // When
        String conf = CommandsConf.render(settings, "c");
        // Then
        assertThat(conf).isEmpty();
    }
}
