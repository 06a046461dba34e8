package dev.cacheward.cacheprofile.managed;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.LiveState;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.RunningServer;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.render.ServerSecret;
import dev.cacheward.cacheprofile.render.StatefulSetRenderer;
import dev.cacheward.cacheprofile.turns.RedisTurns;
import dev.cacheward.redis.client.live.LookDialogue;
import dev.cacheward.redis.client.live.ServerLook;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.RedisConf;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks the server that serves how it is. */
final class ServerObserver {
    private final RedisTurns turns;
    private final KnownUsers users = new KnownUsers();

    ServerObserver(RedisTurns turns) {
        this.turns = turns;
    }

    /** What one look asks about. */
    private record Asked(Observed.Look look, RunningServer server, SortedSet<String> parameters, String aclFile) {}

    /**
     * Asks the server that serves and is as its StatefulSet is now. Any other is asked only by the check, as an application would:
     * the operator's password goes to no pod that merely has our labels.
     *
     * @param tries whether the server may be told trial users
     */
    ObservedRedis observe(
            String profileUid,
            Observed.Look look,
            ObservedServer server,
            Optional<Credentials> credentials,
            boolean tries) {
        return server.servingPod()
                .filter(pod -> isCurrent(server, pod)
                        || server.statefulSet()
                                .filter(live -> PodState.isControlledBy(live, pod))
                                .isPresent())
                .flatMap(pod -> credentials.flatMap(known -> asked(look, server, known, pod)))
                .map(asked -> ask(profileUid, asked, tries))
                .orElseGet(ObservedRedis.NotAsked::new);
    }

    private static Optional<Asked> asked(Observed.Look look, ObservedServer server, Credentials known, Pod pod) {
        return server.addressOf(pod)
                .map(address ->
                        new RunningServer(address, known, CredentialsResolver.runningConfigCommand(server, known)))
                .map(running -> new Asked(look, running, parameters(server), aclFile(server, pod)));
    }

    private static boolean isCurrent(ObservedServer server, Pod pod) {
        return server.statefulSet()
                .filter(live -> StatefulSetRenderer.isOf(live, pod))
                .isPresent();
    }

    private static SortedSet<String> parameters(ObservedServer server) {
        return server.conf()
                .map(map -> map.getData().get(RedisConf.CONF_FILE))
                .map(RedisConf::names)
                .orElseGet(TreeSet::new);
    }

    /** Returns the users that the pod was given; empty if that is not known, or if the operator may not ask for them. */
    private static String aclFile(ObservedServer server, Pod pod) {
        return ServerSecret.users(server)
                .filter(text -> isCurrent(server, pod))
                .filter(AclFile::letsOperatorChangeUsers)
                .orElse("");
    }

    private ObservedRedis ask(String profileUid, Asked asked, boolean tries) {
        LookDialogue dialogue = new LookDialogue(
                asked.server().configCommand(), asked.parameters(), users.question(profileUid, asked.aclFile(), tries));
        return turns.ask(
                        asked.look(),
                        asked.server().address(),
                        asked.server().credentials().operatorLogin(),
                        dialogue)
                .<ObservedRedis>map(reply -> reply.fold(
                        said -> answered(profileUid, asked, said),
                        cause -> new ObservedRedis.Silent(asked.server(), cause)))
                .orElseGet(ObservedRedis.NotAsked::new);
    }

    private ObservedRedis answered(String profileUid, Asked asked, ServerLook said) {
        LiveState state = new LiveState(
                said.primary(),
                said.users()
                        .map(list -> users.changes(
                                profileUid,
                                asked.aclFile(),
                                new KnownUsers.Seen(
                                        said.info().runId(), list, asked.look().at()))));
        return new ObservedRedis.Answered(asked.server(), said.info(), said.config(), state);
    }
}
