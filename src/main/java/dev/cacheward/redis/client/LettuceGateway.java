package dev.cacheward.redis.client;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.status.Reason;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Implements the gateway with lettuce. A connection lives for one call and never reconnects: so a deleted server costs nothing
 * between reconciliations, and no connection of a server is taken from its application for long. This class is safe for many
 * threads.
 */
public final class LettuceGateway implements RedisGateway {
    /** A server that is full says so before it is asked. The client may give up on that, or see only that it is over. */
    private static final Set<Reason> MAY_HAVE_SAID_WHY = Set.of(Reason.CONNECTION_CLOSED, Reason.NOT_REDIS);

    private final ClientResources resources;
    private final RedisClient client;
    private final ReplyGuard.Installer guards = new ReplyGuard.Installer();
    private final Duration timeout;

    /**
     * @param timeout the limit for connection and login together, and again for all commands of one call, unless its dialogue
     *     asks for another
     */
    public LettuceGateway(Duration timeout) {
        this.timeout = timeout;
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .nettyCustomizer(guards)
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(options(timeout));
    }

    @Override
    public void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    @Override
    public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        try (LettuceSession session = open(address, login, dialogue)) {
            return new Reply.Answered<>(dialogue.hold(session));
        } catch (StepFailure e) {
            return new Reply.Failed<>(e.failure());
        }
    }

    private LettuceSession open(RedisAddress address, Authentication login, Dialogue<?> dialogue) throws StepFailure {
        ReplyGuard guard = new ReplyGuard(dialogue.mostBytes(ReplyGuard.MOST_BYTES));
        try {
            return LettuceSession.open(
                    uri -> guards.install(guard, () -> client.connectAsync(StringCodec.UTF8, uri)),
                    guard,
                    uri(address, login),
                    dialogue.limit(timeout));
        } catch (StepFailure e) {
            throw MAY_HAVE_SAID_WHY.contains(e.failure().reason())
                    ? ServerGreeting.error(address, timeout.dividedBy(4))
                            .map(error -> new StepFailure(FailureText.of("AUTH", error), error))
                            .orElse(e)
                    : e;
        }
    }

    private RedisURI uri(RedisAddress address, Authentication login) {
        RedisURI.Builder builder = RedisURI.builder()
                .withHost(address.host())
                .withPort(address.port())
                .withTimeout(timeout);
        if (login instanceof Login user) {
            builder.withAuthentication(user.username(), user.password().value());
        } else if (login instanceof Authentication.PasswordOnly only) {
            builder.withPassword(only.password().value().toCharArray());
        }
        RedisURI uri = builder.build();
        // Otherwise each connection sends CLIENT SETINFO. The operator's user may not run it, so that the server's
        // ACL LOG would get an entry.
        uri.setLibraryName("");
        uri.setLibraryVersion("");
        return uri;
    }

    private static ClientOptions options(Duration connectTimeout) {
        return ClientOptions.builder()
                .autoReconnect(false)
                // lettuce returns a connection a moment before it counts as connected, and by default rejects commands
                // then.
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.ACCEPT_COMMANDS)
                .pingBeforeActivateConnection(false)
                .protocolVersion(ProtocolVersion.RESP2)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(
                        SocketOptions.builder().connectTimeout(connectTimeout).build())
                .build();
    }
}
