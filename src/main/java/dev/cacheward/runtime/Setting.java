package dev.cacheward.runtime;

import dev.cacheward.runtime.log.LogFormat;
import dev.cacheward.runtime.log.LogLevel;
import dev.cacheward.validation.AllowedHosts;
import dev.cacheward.validation.Parsed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One setting, with everything about it in one place. Tests check the help and settings.md against it.
 *
 * @param name the environment variable
 * @param defaultText what a person would write to get the default; empty if only an unset variable means that
 * @param about its meaning and what is allowed, for the help
 * @param oldName an earlier name, which is read if {@code name} is unset; empty if it never had another name
 */
record Setting<T>(
        String name,
        String defaultText,
        T defaultValue,
        String about,
        Function<String, Parsed<T>> parser,
        Optional<String> oldName) {
    static final Setting<Set<String>> NAMESPACES = new Setting<>(
            "CACHEWARD_NAMESPACES",
            "",
            Set.of(),
            "Namespaces to look after, separated by commas. Unset: all.",
            SettingParsers::namespaces);

    static final Setting<String> REDIS_IMAGE = of(
            "CACHEWARD_REDIS_IMAGE",
            "docker.io/library/redis:8.0.6",
            "Image of the Redis of profiles that name none: Redis 7.0 to 8, Valkey 8 or 9. A change rolls their pods.",
            SettingParsers::image);

    static final Setting<ProfileDefaults> PROFILE_DEFAULTS = new Setting<>(
            "CACHEWARD_PROFILE_DEFAULTS",
            "",
            ProfileDefaults.NONE,
            "What else holds for profiles that do not say it, by the names of spec.redis.managed, as JSON or YAML: resources,"
                    + " persistence.storageClassName and networkPolicy. A change goes to every server that has it.",
            ProfileDefaultsParser::parse);

    static final Setting<RunAs> REDIS_RUN_AS = of(
            "CACHEWARD_REDIS_RUN_AS",
            "999",
            "User and group id of the Redis pods, above 0; or platform: left out, for platforms that assign them (OpenShift).",
            SettingParsers::runAs);

    static final Setting<Optional<ClusterDomain>> CLUSTER_DOMAIN = new Setting<>(
            "CACHEWARD_CLUSTER_DOMAIN",
            "",
            Optional.empty(),
            "Domain of the cluster's Services, for the hosts in connections. Unset: what the pod's resolv.conf says, else"
                    + " cluster.local.",
            SettingParsers::clusterDomain);

    static final Setting<Optional<String>> NAMESPACE = new Setting<>(
            "CACHEWARD_NAMESPACE",
            "",
            Optional.empty(),
            "The operator's own namespace: network policies let its pods in, and its Lease is there. Unset: not known.",
            SettingParsers::namespace);

    static final Setting<LogLevel> LOG_LEVEL =
            of("CACHEWARD_LOG_LEVEL", "info", "What is logged: error, warn, info or debug.", SettingParsers::logLevel);

    static final Setting<Duration> RECONCILE_INTERVAL_SECONDS = of(
                    "CACHEWARD_RECONCILE_INTERVAL_SECONDS",
                    "60",
                    "How often each resource is reconciled without an event, in seconds: 10 to 3600.",
                    SettingParsers::reconcileInterval)
            .formerly("CACHEWARD_LOOK_SECONDS");

    static final Setting<Duration> REDIS_TIMEOUT_SECONDS = of(
            "CACHEWARD_REDIS_TIMEOUT_SECONDS",
            "2",
            "How long each connection to a Redis may take, in seconds: 1 to 10; once to connect and log in, once for its answers.",
            SettingParsers::redisTimeout);

    static final Setting<Set<String>> POD_KEY_PREFIXES = new Setting<>(
            "CACHEWARD_POD_KEY_PREFIXES",
            "",
            Set.of(),
            "What labels and annotations of podTemplate may begin with, separated by commas. Unset: anything.",
            SettingParsers::prefixes);

    static final Setting<Optional<Duration>> TTL_MIN = new Setting<>(
            "CACHEWARD_TTL_MIN",
            "",
            Optional.empty(),
            "The shortest TTL that a profile may have, such as 10s. Unset: 1s.",
            SettingParsers::ttl);

    static final Setting<Optional<Duration>> TTL_MAX = new Setting<>(
            "CACHEWARD_TTL_MAX",
            "",
            Optional.empty(),
            "The longest TTL that a profile may have, such as 1d; Never is then refused too. Unset: 365d or Never.",
            SettingParsers::ttl);

    static final Setting<Optional<Long>> RATES_MAX_PER_MINUTE = new Setting<>(
            "CACHEWARD_RATES_MAX_PER_MINUTE",
            "",
            Optional.empty(),
            "How many requests a limit may allow in a minute, on average: 1 to 999999999. Unset: any number.",
            SettingParsers::rate);

    static final Setting<AllowedHosts> EXTERNAL_ALLOWED_HOSTS = of(
            "CACHEWARD_EXTERNAL_ALLOWED_HOSTS",
            "public,namespace",
            "Hosts that redis.external may name, separated by commas: public (any public address), namespace (Services of the"
                    + " profile's own), names, *.names, addresses, blocks; or none.",
            AllowedHosts::parse);

    static final Setting<LogFormat> LOG_FORMAT =
            of("CACHEWARD_LOG_FORMAT", "text", "How log lines are written: text or json.", SettingParsers::logFormat);

    static final Setting<Boolean> LEADER_ELECTION = of(
            "CACHEWARD_LEADER_ELECTION",
            "false",
            "Whether one of several replicas acts while the others stand by: true or false. Needs CACHEWARD_NAMESPACE.",
            SettingParsers::flag);

    static final Setting<String> LEASE = of(
            "CACHEWARD_LEASE",
            "cacheward",
            "Name of the Lease that the replicas share: another one for each operator of a namespace.",
            SettingParsers::lease);

    static final Setting<Optional<String>> POD_NAME = new Setting<>(
            "CACHEWARD_POD_NAME",
            "",
            Optional.empty(),
            "Name of this replica in the Lease. Unset: the host name.",
            SettingParsers::podName);

    static final Setting<Optional<Integer>> HTTP_PORT = new Setting<>(
            "CACHEWARD_HTTP_PORT",
            "",
            Optional.empty(),
            "Port for /livez, /readyz, /startupz and /metrics, 1 to 65535. Unset: no port is opened.",
            SettingParsers::port);

    /** Makes a setting that never had another name. */
    Setting(String name, String defaultText, T defaultValue, String about, Function<String, Parsed<T>> parser) {
        this(name, defaultText, defaultValue, about, parser, Optional.empty());
    }

    /** Returns all settings in the order of the help. */
    static List<Setting<?>> all() {
        return List.of(
                NAMESPACES,
                REDIS_IMAGE,
                PROFILE_DEFAULTS,
                REDIS_RUN_AS,
                CLUSTER_DOMAIN,
                NAMESPACE,
                LOG_LEVEL,
                RECONCILE_INTERVAL_SECONDS,
                REDIS_TIMEOUT_SECONDS,
                POD_KEY_PREFIXES,
                TTL_MIN,
                TTL_MAX,
                RATES_MAX_PER_MINUTE,
                EXTERNAL_ALLOWED_HOSTS,
                LOG_FORMAT,
                LEADER_ELECTION,
                LEASE,
                POD_NAME,
                HTTP_PORT);
    }

    /** Returns the same setting with a name from an earlier version, which still works. */
    private Setting<T> formerly(String old) {
        return new Setting<>(name, defaultText, defaultValue, about, parser, Optional.of(old));
    }

    /** Makes a setting whose default is parsed like any other value. */
    private static <T> Setting<T> of(
            String name, String defaultText, String about, Function<String, Parsed<T>> parser) {
        if (parser.apply(defaultText) instanceof Parsed.Valid<T> valid) {
            return new Setting<>(name, defaultText, valid.value(), about, parser);
        }
        throw new IllegalArgumentException(name + " has a default that it does not accept");
    }
}
