package dev.cacheward.cluster.steps;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.StepFailure;
import java.time.Duration;
import java.util.Set;

/** Every command that changes a server, as soon as the server has answered it. */
record CommandEffects(RedisGateway real, Effects effects) implements RedisGateway {
    /** The check's own key is not among them: it says nothing about the server. */
    private static final Set<String> CHANGES = Set.of(
            "CONFIG SET",
            "ACL SETUSER",
            "ACL DELUSER",
            "REPLICAOF",
            "FAILOVER",
            "CLIENT PAUSE",
            "CLIENT UNPAUSE",
            "CLIENT KILL",
            "BGSAVE",
            "BGREWRITEAOF");

    /** The users that a process makes and deletes at once, to see how the server prints their rules. */
    private static final String TRIAL = "cacheward.trial.";

    @Override
    public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        return real.ask(address, login, new Counted<>(dialogue, effects));
    }

    @Override
    public void close() {
        real.close();
    }

    private record Counted<T>(Dialogue<T> dialogue, Effects effects) implements Dialogue<T> {
        @Override
        public T hold(RedisSession session) throws StepFailure {
            return dialogue.hold((step, command, arguments) -> {
                RedisSession.Answer answer = session.sendAs(step, command, arguments);
                String name = step.contains(" ") || arguments.length == 0 ? step : step + " " + arguments[0];
                if (CHANGES.stream().anyMatch(name::startsWith)
                        && !String.join(" ", arguments).contains(TRIAL)) {
                    await(answer);
                    effects.done(name);
                }
                return answer;
            });
        }

        @Override
        public Duration limit(Duration usual) {
            return dialogue.limit(usual);
        }

        @Override
        public int mostBytes(int usual) {
            return dialogue.mostBytes(usual);
        }
    }

    /** Returns when there is an answer of any kind. Who asked gets it again. */
    private static void await(RedisSession.Answer answer) {
        try {
            answer.texts();
        } catch (StepFailure otherThanTexts) {
            return;
        }
    }
}
