package dev.cacheward.redis.client.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each error that a service is known to send means, and what is to be done. The texts are those of the servers' sources and
 * of the services' documentation; two facts pages name where each stands.
 */
class ErrorRepliesTest {
    @ParameterizedTest(name = "{1}: {0} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // Logins.
                "WRONGPASS invalid username-password pair or user is disabled. | AUTH_FAILED | AUTH | console",
                "NOAUTH Authentication required. | AUTH_FAILED | PING | asks for a login",
                // fakeredis 2.41
                "NOAUTH invalid username-password pair | AUTH_FAILED | AUTH | refuses the login",
                // ElastiCache
                "ERR AUTH invalid-iam-credentials | AUTH_FAILED | AUTH | auth: Application",
                // Redis before 6
                "ERR invalid password | AUTH_FAILED | AUTH | refuses the password",
                "ERR wrong number of arguments for 'auth' command | AUTH_FAILED | AUTH | Leave the user name out",
                "ERR Client sent AUTH, but no password is set | AUTH_FAILED | AUTH | auth: None",
                "ERR AUTH <password> called without any password configured for the default user. Are you sure your"
                        + " configuration is correct? | AUTH_FAILED | AUTH | auth: None",
                // kevy 3.17
                "ERR unknown command 'AUTH' | AUTH_FAILED | AUTH | auth: None",
                "DENIED Redis is running in protected mode because protected mode is enabled | CONNECTION_REFUSED | AUTH |"
                        + " protected mode",
                // Rights.
                "NOPERM this user has no permissions to access one of the keys used as arguments | NO_PERMISSION | SET |"
                        + " check.keyPrefix",
                "NOPERM No permissions to access a key | NO_PERMISSION | GET | check.keyPrefix",
                "NOPERM this user has no permissions to run the 'keys' command | NO_PERMISSION | SET | run this command",
                "NOPERM User app has no permissions to run the 'set' command | NO_PERMISSION | SET | run this command",
                "NOPERM No permissions to access a channel | NO_PERMISSION | PUBLISH | channel",
                // States.
                "LOADING Redis is loading the dataset in memory | LOADING | PING | wait",
                "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. |"
                        + " PERSISTENCE_FAILING | SET | console",
                "OOM command not allowed when used memory > 'maxmemory'. | OUT_OF_MEMORY | SET | larger plan",
                "READONLY You can't write against a read only replica. | READ_ONLY | SET | primary",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'. | READ_ONLY | PING |"
                        + " primary",
                "NOREPLICAS Not enough good replicas to write. | READ_ONLY | SET | too few replicas",
                "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE. | BUSY | PING |"
                        + " SCRIPT KILL",
                // Limits.
                "ERR max number of clients reached | MAX_CLIENTS | AUTH | larger plan",
                "ERR max number of clients + cluster connections reached | MAX_CLIENTS | AUTH | larger plan",
                // Upstash
                "ERR max concurrent connections exceeded | MAX_CLIENTS | AUTH | larger plan",
                "ERR max requests limit exceeded. Limit: 500000, Usage: 500001 | QUOTA_EXCEEDED | SET | larger plan",
                "ERR max daily request limit exceeded. Limit: 10000, Usage: 10002 | QUOTA_EXCEEDED | PING | larger plan",
                "ERR DB capacity quota exceeded | QUOTA_EXCEEDED | SET | eviction",
                // What is not there.
                "ERR unknown command 'SET', with args beginning with: 'a' | CAPABILITY_MISSING | SET | does not offer SET",
                "ERR unknown command `DEL`, with args beginning with: `a`, | CAPABILITY_MISSING | DEL | does not offer DEL",
                "ERR unknown subcommand 'x'. Try CLIENT HELP. | CAPABILITY_MISSING | SET | does not offer",
                "ERR unknown CLIENT subcommand | CAPABILITY_MISSING | SET | does not offer",
                // jedis-mock 1.1
                "Unsupported operation: acl | CAPABILITY_MISSING | SET | does not offer",
                // miniredis 2.40
                "section (server) is not supported | CAPABILITY_MISSING | INFO | does not offer",
                "NOPROTO unsupported protocol version | CAPABILITY_MISSING | PING | does not offer",
                "ERR Only HELLO messages are accepted by Sentinel instances. | CAPABILITY_MISSING | PUBLISH | Sentinel",
                // Databases.
                "ERR DB index is out of range | CAPABILITY_MISSING | SELECT | 0 in database",
                "ERR invalid DB index | CAPABILITY_MISSING | SELECT | 0 in database",
                // kevy 3.17
                "ERR kevy only supports DB 0 | CAPABILITY_MISSING | SELECT | 0 in database",
                "ERR SELECT is not allowed in cluster mode | CLUSTER_MODE_REQUIRED | SELECT | topology: Cluster",
                // Clusters.
                "MOVED 866 10.0.0.7:8501 | CLUSTER_MODE_REQUIRED | SET | topology: Cluster",
                "ASK 866 10.0.0.7:8501 | CLUSTER_MODE_REQUIRED | SET | topology: Cluster",
                "CROSSSLOT Keys in request don't hash to the same slot | CLUSTER_MODE_REQUIRED | DEL | topology: Cluster",
                "CLUSTERDOWN Hash slot not served | CLUSTER_MODE_REQUIRED | SET | topology: Cluster",
                "TRYAGAIN Multiple keys request during rehashing of slot | CLUSTER_MODE_REQUIRED | DEL | topology: Cluster",
                // In scripts: Redis before 7, and since.
                "ERR Error running script (call to f_4b): @user_script:1: @user_script: 1: -READONLY You can't write against"
                        + " a read only replica. | READ_ONLY | EVAL | primary",
                "ERR Error running script (call to f_4b): @user_script:1: @user_script: 1: -OOM command not allowed when used"
                        + " memory > 'maxmemory'. | OUT_OF_MEMORY | EVAL | larger plan",
                "READONLY You can't write against a read only replica. script: 4b, on @user_script:1. | READ_ONLY | EVAL |"
                        + " primary",
                // Everything else.
                "ERR something with secret:12345 | NOT_REDIS | SET | not known",
                "ERR Protocol error: unbalanced quotes in request | NOT_REDIS | PING | not known"
            })
    void anErrorMeans(String error, Reason reason, String step, String advice) {
        // When
        Cause cause = ErrorReplies.of(step, error, false);
        // Then
        assertThat(cause.reason()).isEqualTo(reason);
        assertThat(cause.message())
                .contains(advice, step)
                .doesNotContain("secret", "10.0.0.7", "Usage")
                .doesNotContainIgnoringCase("restart")
                .doesNotContainPattern("[1-9][0-9]{2,}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MOVED 866 10.0.0.7:8501",
                "ASK 866 10.0.0.7:8501",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "CLUSTERDOWN The cluster is down"
            })
    void ofAClusterItIsAStateThatPasses(String error) {
        // When
        Cause cause = ErrorReplies.of("SET", error, true);
        // Then
        assertThat(cause.reason()).isEqualTo(Reason.LOADING);
        assertThat(cause.message()).contains("passes").doesNotContain("866", "10.0.0.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MOVED 866 :8501", "MOVED 866 10.0.0.7:8501", "MOVED 1 2001:db8::1:6379", "MOVED 1 a.example:1"})
    void aRedirectionNamesANode(String error) {
        assertThat(Redirection.read(error)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MOVED", "MOVED 866 host", "MOVED 866 host:0", "MOVED 866 host:99999", "MOVED 866 a b:1", ""})
    void whatIsNoRedirectionNamesNone(String error) {
        assertThat(Redirection.read(error)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ERR", "-", "\u0000", "MOVED", "NOPERM"})
    void everyErrorHasACause(String error) {
        assertThat(List.of(ErrorReplies.of("SET", error, true), ErrorReplies.of("AUTH", error, false)))
                .allSatisfy(cause -> assertThat(cause.message()).isNotBlank());
    }
}
