package dev.cacheward.cacheprofile.hygiene;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.keys.PurgeDialogue;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers to purges what a test has laid out, one slice after the other, and waits where there is nothing. */
final class ScriptedSlices implements RedisGateway {
    private final LinkedBlockingQueue<Reply<PurgeDialogue.Slice>> replies = new LinkedBlockingQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** Which server was asked what. */
    record Asked(RedisAddress address, PurgeDialogue dialogue) {}

    void answer(Reply<PurgeDialogue.Slice> reply) {
        replies.add(reply);
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        asked.add(new Asked(address, (PurgeDialogue) (Dialogue<?>) dialogue));
        try {
            return (Reply<T>) replies.take();
        } catch (InterruptedException closed) {
            return new Reply.Failed<>(new Cause(Reason.TIMEOUT, "closed"));
        }
    }

    @Override
    public void close() {}
}
