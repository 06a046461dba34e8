package dev.cacheward.redis.conf;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigParametersTest {
    @Test
    void goodParametersAreNoProblemInAnyLetterCase() {
        // Given
        Map<String, String> good = Map.ofEntries(
                entry("HZ", "20"),
                entry("timeout", "0"),
                entry("activedefrag", "No"),
                entry("client-query-buffer-limit", "64MB"),
                entry("maxmemory-clients", "5%"),
                entry("shutdown-on-sigterm", "save force"),
                entry("notify-keyspace-events", "Egx"),
                entry("slowlog-log-slower-than", "-1"),
                entry("tracking-table-max-keys", "9223372036854775807"));
        // When
        List<Problem> problems = ConfigParameters.check("spec.config", good, Optional.empty());
        // Then
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bind, spec.redis.managed.bind",
        "BIND, spec.redis.managed.bind",
        "RequirePass, spec.redis.managed.auth",
        "aclfile, spec.redis.managed.auth",
        "rename-command, spec.redis.managed.disabledCommands",
        "maxmemory, spec.redis.managed.maxMemory",
        "maxmemory-policy, spec.redis.managed.evictionPolicy",
        "save, spec.redis.managed.persistence.mode",
        "appendonly, spec.redis.managed.persistence.mode",
        "appendfsync, spec.redis.managed.persistence.fsync",
        "Port, the operator chose",
        "include, could undo",
        "loadmodule, modules are not supported",
        "dir, the volume",
        "tls-port, redis.managed.tls",
        "cluster-enabled, no member of a cluster",
        "replicaof, refuse every write",
        "min-slaves-to-write, refuse every write",
        "unixsocket, only TCP",
        "daemonize, one process",
        "enable-debug-command, DEBUG",
        "protected-mode, always on"
    })
    void aProtectedParameterIsRefusedWithTheFieldThatSetsItOrTheReason(String name, String why) {
        // Given
        Map<String, String> parameters = Map.of(name, "x");
        // When
        List<Problem> problems = ConfigParameters.check("spec.config", parameters, Optional.empty());
        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("spec.config." + name);
            assertThat(problem.message())
                    .startsWith(Quote.of(name) + " cannot be set here: ")
                    .contains(why);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "hz, fast, 'a whole number from 0 to 2147483647'",
        "maxclients, 0, 'a whole number from 1 to 1048576'",
        "timeout, 1.5, 'a whole number'",
        "activedefrag, on, 'one of yes, no'",
        "loglevel, loud, 'one of debug, verbose'",
        "loglevel, '', 'one of debug, verbose'",
        "client-query-buffer-limit, 1 GB, 'a number of bytes such as'",
        "maxmemory-clients, 005%, 'a percentage of maxmemory'"
    })
    void aValueThatTheServerWouldRefuseIsQuotedWithWhatIsAllowed(String name, String value, String allowed) {
        // Given
        Map<String, String> parameters = Map.of(name, value);
        // When
        List<Problem> problems = ConfigParameters.check("f", parameters, Optional.empty());
        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("the value " + Quote.of(value) + " must be ")
                        .contains(allowed));
    }

    @ParameterizedTest
    @CsvSource({
        "maxmemory-samples, 65, REDIS, 7.2.4, ''",
        "maxmemory-samples, 65, REDIS, 8.0.6, 'a whole number from 1 to 64 on Redis 8.0.6'",
        "maxmemory-samples, 0, , , 'a whole number from 1 to 2147483647 (Redis 7.0 to 7.2)'",
        "maxmemory-samples, 65, , , ''",
        "io-threads, 200, VALKEY, 8.0.1, 'a whole number from 1 to 128 on Valkey 8.0.1'",
        "io-threads, 200, VALKEY, 9.1.0, ''",
        "loglevel, nothing, REDIS, 7.0.15, 'one of debug, verbose, notice, warning on Redis 7.0.15'",
        "log-format, json, VALKEY, 9.0.0, 'one of legacy, logfmt on Valkey 9.0.0'",
        "lookahead, 16, REDIS, 8.4.0, ''",
        "dynamic-hz, yes, VALKEY, 9.0.0, ''"
    })
    void aValueIsRefusedForTheServerThatWouldRefuseIt(
            String name, String value, Product product, String version, String allowed) {
        // Given
        Optional<ServerVersion> server = Optional.ofNullable(product).map(known -> ServerVersion.parse(known, version));

        // When
        List<Problem> problems = ConfigParameters.check("f", Map.of(name, value), server);

        // Then
        assertThat(problems.stream().map(Problem::message).collect(Collectors.joining()))
                .contains(allowed)
                .matches(message -> message.isEmpty() == allowed.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nport 1', '\"a\\u000aport 1\"'",
        "'a\u0000', '\"a\\u0000\"'",
        "'a\u0085', '\"a\\u0085\"'",
        "'a\r', '\"a\\u000d\"'"
    })
    void aControlCharacterIsRefusedAndShownAsAnEscape(String value, String shown) {
        // Given
        Map<String, String> parameters = Map.of("proc-title-template", value);
        // When
        List<Problem> problems = ConfigParameters.check("f", parameters, Optional.empty());
        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"b\"", "100%s", "\\n", "include /etc/passwd", "# no comment", "'"})
    void everythingElseIsALiteral(String value) {
        // Given
        Map<String, String> parameters = Map.of("proc-title-template", value);
        // When
        List<Problem> problems = ConfigParameters.check("f", parameters, Optional.empty());
        // Then
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lfu-decay-tme, lfu-decay-time", "max-clients, maxclients", "TIMEOUTS, timeout"})
    void anUnknownNameGetsTheNearestOne(String name, String near) {
        // Given
        Map<String, String> parameters = Map.of(name, "1");
        // When
        List<Problem> problems = ConfigParameters.check("f", parameters, Optional.empty());
        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo(Quote.of(name) + " is no parameter of a supported server; did you mean "
                                + Quote.of(near) + "?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completely-different-thing", "", "hz 1\nport", "üöä"})
    void aNameThatIsFarFromAllGetsNoProposal(String name) {
        // Given
        Map<String, String> parameters = Map.of(name, "1");
        // When
        List<Problem> problems = ConfigParameters.check("f", parameters, Optional.empty());
        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("is no parameter of a supported server")
                        .doesNotContain("\n", "did you mean"));
    }

    @ParameterizedTest
    @CsvSource({"HZ, hz", "hash-max-listpack-value, hash-max-ziplist-value", "busy-reply-threshold, lua-time-limit"})
    void theSameParameterTwiceIsRefused(String first, String second) {
        // Given
        Map<String, String> parameters = Map.of(first, "10", second, "20");
        // When
        List<Problem> problems = ConfigParameters.check("f", parameters, Optional.empty());
        // Then
        assertThat(problems)
                .containsExactly(new Problem(
                        "f." + second, "the same parameter as " + Quote.of(first) + "; give one of them only"));
    }
}
