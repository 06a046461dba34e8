package dev.cacheward.cacheprofile.external;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.external.AddressFilter;
import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.redis.client.external.ExternalEndpoint;
import dev.cacheward.redis.client.external.ExternalGateway;
import dev.cacheward.status.Cause;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Answers as a healthy server would, or fails, and counts the commands that a provider would bill. */
final class CountingExternalGateway implements ExternalGateway, RedisGateway {
    /** As SentCommandsRedisTest counts them, without AUTH, and with the two in the script. */
    static final int OF_A_CHECK = 12;

    private Optional<Cause> failure = Optional.empty();
    private int commands;

    int commands() {
        return commands;
    }

    void failWith(Cause cause) {
        failure = Optional.of(cause);
    }

    void succeed() {
        failure = Optional.empty();
    }

    @Override
    public Reply<Duration> ping(ExternalEndpoint endpoint, AddressFilter filter) {
        return reply(1, Duration.ofMillis(1));
    }

    @Override
    public Reply<ExternalAnswer> check(ExternalEndpoint endpoint, AddressFilter filter) {
        return reply(OF_A_CHECK, new ExternalAnswer(Set.of(), false, Optional.empty(), Optional.empty()));
    }

    @Override
    public Reply<Boolean> greet(ExternalEndpoint endpoint, AddressFilter filter) {
        return reply(1, true);
    }

    private <T> Reply<T> reply(int cost, T answer) {
        commands += cost;
        return failure.<Reply<T>>map(Reply.Failed::new).orElseGet(() -> new Reply.Answered<>(answer));
    }

    /** Servers of the operator are none of this. */
    @Override
    public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        throw new AssertionError("asked " + address);
    }

    @Override
    public void close() {}
}
