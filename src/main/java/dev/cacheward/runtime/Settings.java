package dev.cacheward.runtime;

import dev.cacheward.runtime.log.LogFormat;
import dev.cacheward.runtime.log.LogLevel;
import dev.cacheward.validation.AllowedHosts;
import dev.cacheward.validation.Bounds;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All settings of the operator as a whole. {@link Setting} has the name, default and meaning of each.
 *
 * @param namespaces the namespaces whose resources are reconciled, sorted; empty means all
 * @param bounds what profiles and policies may say
 * @param allowedHosts what {@code redis.external} may name
 * @param ownNamespace the namespace of the operator's pods; empty means unknown
 * @param reconcileInterval how often each resource is reconciled without an event
 * @param httpPort the port for probes and metrics; empty means that none is opened
 */
public record Settings(
        Set<String> namespaces,
        Redis redis,
        Bounds bounds,
        AllowedHosts allowedHosts,
        Optional<String> ownNamespace,
        Log log,
        Duration reconcileInterval,
        Replica replica,
        Optional<Integer> httpPort) {
    /**
     * These settings hold for the Redis of every profile.
     *
     * @param image of profiles that name none
     * @param defaults of what else profiles do not say
     * @param runAs the user of the Redis pods
     * @param timeout to connect to a Redis and log in, and again for all that one reconciliation asks of it
     * @param domain of the hosts that applications connect to; empty if it is not set
     * @param podKeyPrefixes what keys of {@code podTemplate} may begin with; empty means that all are allowed
     */
    public record Redis(
            String image,
            ProfileDefaults defaults,
            RunAs runAs,
            Duration timeout,
            Optional<ClusterDomain> domain,
            Set<String> podKeyPrefixes) {
        /** Returns the same with another image for profiles that name none. */
        public Redis withImage(String other) {
            return new Redis(other, defaults, runAs, timeout, domain, podKeyPrefixes);
        }

        private Redis orDomain(Optional<ClusterDomain> found) {
            return new Redis(image, defaults, runAs, timeout, domain.or(() -> found), podKeyPrefixes);
        }
    }

    /**
     * These settings say how log lines look and which are written.
     *
     * @param level of the operator's own lines
     */
    public record Log(LogLevel level, LogFormat format) {}

    /**
     * These settings tell one replica of the operator from the others.
     *
     * @param leaderElection whether only one of several replicas may act; then the own namespace is known
     * @param lease the name of the Lease that the replicas share
     * @param podName of this replica; empty: the host name
     */
    public record Replica(boolean leaderElection, String lease, Optional<String> podName) {}

    /** Keeps a sorted copy of the namespaces. */
    public Settings {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    }

    /**
     * Reads the environment. Unknown variables are ignored, and all errors in the known ones are reported together.
     *
     * @param environment such as {@link System#getenv()}
     */
    public static SettingsResult parse(Map<String, String> environment) {
        SettingsReader read = new SettingsReader(environment);
        Settings settings = new Settings(
                read.value(Setting.NAMESPACES),
                redis(read),
                bounds(read),
                read.value(Setting.EXTERNAL_ALLOWED_HOSTS),
                read.value(Setting.NAMESPACE),
                new Log(read.value(Setting.LOG_LEVEL), read.value(Setting.LOG_FORMAT)),
                read.value(Setting.RECONCILE_INTERVAL_SECONDS),
                new Replica(
                        read.value(Setting.LEADER_ELECTION), read.value(Setting.LEASE), read.value(Setting.POD_NAME)),
                read.value(Setting.HTTP_PORT));
        read.require(
                !settings.replica().leaderElection() || settings.ownNamespace().isPresent(),
                Setting.LEADER_ELECTION,
                "needs CACHEWARD_NAMESPACE, the namespace in which the replicas share a Lease");
        return read.problems().isEmpty()
                ? new SettingsResult.Valid(settings, read.warnings())
                : new SettingsResult.Invalid(read.problems());
    }

    private static Redis redis(SettingsReader read) {
        return new Redis(
                read.value(Setting.REDIS_IMAGE),
                read.value(Setting.PROFILE_DEFAULTS),
                read.value(Setting.REDIS_RUN_AS),
                read.value(Setting.REDIS_TIMEOUT_SECONDS),
                read.value(Setting.CLUSTER_DOMAIN),
                read.value(Setting.POD_KEY_PREFIXES));
    }

    private static Bounds bounds(SettingsReader read) {
        Bounds bounds = new Bounds(
                read.value(Setting.TTL_MIN), read.value(Setting.TTL_MAX), read.value(Setting.RATES_MAX_PER_MINUTE));
        read.require(bounds.isOrdered(), Setting.TTL_MAX, "is shorter than CACHEWARD_TTL_MIN");
        return bounds;
    }

    /** Returns the same settings with this domain for hosts, unless they have one. */
    public Settings orDomain(Optional<ClusterDomain> found) {
        return new Settings(
                namespaces,
                redis.orDomain(found),
                bounds,
                allowedHosts,
                ownNamespace,
                log,
                reconcileInterval,
                replica,
                httpPort);
    }

    /** Returns the domain of the hosts that applications connect to. */
    public ClusterDomain clusterDomain() {
        return redis.domain().orElse(ClusterDomain.DEFAULT);
    }

    /** Returns the settings of an empty environment. */
    public static Settings defaults() {
        return ((SettingsResult.Valid) parse(Map.of())).settings();
    }

    /**
     * Returns the text of the command that lists the settings: an entry for each, and the rules for all.
     *
     * @param width of the terminal, in columns
     */
    public static String help(int width) {
        return SettingsHelp.text(width);
    }
}
