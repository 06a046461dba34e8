package dev.cacheward.cacheprofile.render;

import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.ConnectionCut;
import dev.cacheward.redis.LiveChange;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.RedisConf;
import dev.cacheward.redis.conf.live.ChangedFiles;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The process that serves, with the files that it has. The revision of its pod tells whether they are all that differs from what
 * is wanted.
 *
 * @param maxMemory in bytes, as the files say; the size of an empty data folder depends on it
 * @param resources what its pod was made with
 */
public record RunningProcess(ServerFiles files, long maxMemory, String revision, ResourceRequirements resources) {
    private static final String MAX_MEMORY = "maxmemory ";

    /** Returns the process that the objects of a server describe; empty if one is missing. */
    public static Optional<RunningProcess> of(ObservedServer server) {
        return server.statefulSet()
                .flatMap(live -> server.conf()
                        .flatMap(conf -> server.secret().flatMap(secret -> ServerFiles.read(conf, secret)))
                        .map(files -> new RunningProcess(
                                files,
                                maxMemory(files),
                                StatefulSetRenderer.annotation(live, StatefulSetRenderer.REVISION),
                                resources(live))));
    }

    /** Whether the wanted server needs no other process, but for what its files say. */
    public boolean serves(Profile wanted, PodRenderer pods) {
        Profile same = wanted.withServer(wanted.server().withMaxMemory(maxMemory));
        return StatefulSetRenderer.revision(same, pods.server(same), files).equals(revision);
    }

    /** Whether the wanted server needs no other process, but for what its files say, and for the resources of its container. */
    public boolean servesResized(Profile wanted, PodRenderer pods) {
        ResourceRequirements same = new ResourceRequirementsBuilder(
                        wanted.server().resources())
                .withRequests(resources.getRequests())
                .withLimits(resources.getLimits())
                .build();
        return serves(wanted.withServer(wanted.server().withResources(same)), pods);
    }

    private static ResourceRequirements resources(StatefulSet live) {
        return live.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(container -> container.getName().equals(ChildNames.CONTAINER))
                .map(Container::getResources)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(ResourceRequirements::new);
    }

    /** Returns what the process is to be told; empty if it cannot be told all. */
    public Optional<LiveChange> change(Profile wanted, Credentials credentials, ServerVersion server, Instant now) {
        ServerFiles target = ServerFiles.render(wanted.server().settings(), credentials);
        return ChangedFiles.change(
                        files.byName(), target.byName(), wanted.server().settings(), server)
                .map(change -> credentials
                        .rotation()
                        .cut()
                        .flatMap(then -> cut(target, Duration.between(then, now)))
                        .map(change::cutting)
                        .orElse(change));
    }

    private static Optional<ConnectionCut> cut(ServerFiles target, Duration age) {
        return AclFile.line(target.secret().get(RedisConf.ACL_FILE), AclUser.OPERATOR)
                .map(operator -> new ConnectionCut(age, operator));
    }

    private static long maxMemory(ServerFiles files) {
        return files.conf()
                .get(RedisConf.CONF_FILE)
                .lines()
                .filter(line -> line.startsWith(MAX_MEMORY))
                .map(line -> line.substring(MAX_MEMORY.length()))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
