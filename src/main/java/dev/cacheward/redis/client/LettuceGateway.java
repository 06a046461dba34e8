package dev.cacheward.redis.client;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.tls.NamedAddresses;
import dev.cacheward.redis.client.tls.TlsGreeting;
import dev.cacheward.redis.client.tls.TlsSettings;
import dev.cacheward.redis.client.tls.TlsTrouble;
import dev.cacheward.redis.client.tls.UnusableTls;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Implements the gateway with lettuce. A connection lives for one call and never reconnects: so a deleted server costs nothing
 * between reconciliations, and no connection of a server is taken from its application for long. This class is safe for many
 * threads.
 */
public final class LettuceGateway implements RedisGateway {
    /** A server that is full says so before it is asked. The client may give up on that, or see only that it is over. */
    private static final Set<StepFailure.Trouble> MAY_HAVE_SAID_WHY =
            Set.of(StepFailure.Trouble.CLOSED, StepFailure.Trouble.WRONG_ANSWER, StepFailure.Trouble.TOO_LONG);

    private final ClientResources resources;
    private final RedisClient client;
    private final ReplyGuard.Installer guards = new ReplyGuard.Installer();
    private final NamedAddresses addresses = new NamedAddresses();
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
                .socketAddressResolver(addresses)
                .build();
        this.client = RedisClient.create(resources);
    }

    @Override
    public void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    /** The limit for connection and login together, and again for all commands of one call. */
    public Duration timeout() {
        return timeout;
    }

    @Override
    public <T> Reply<T> ask(RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        try {
            return new Reply.Answered<>(converse(address, login, dialogue, timeout));
        } catch (StepFailure e) {
            return new Reply.Failed<>(e.failure());
        }
    }

    /**
     * As {@link #ask}, for those who have words of their own for a failure.
     *
     * @param limit in the place of the gateway's own time limit
     */
    public <T> T converse(RedisAddress address, Authentication login, Dialogue<T> dialogue, Duration limit)
            throws StepFailure {
        boolean shows = address.tls().flatMap(Tls::client).isPresent();
        ReplyGuard guard = new ReplyGuard(dialogue.mostBytes(ReplyGuard.MOST_BYTES), shows);
        Optional<TlsSettings> encryption = encryption(address, limit);
        try (LettuceSession session = LettuceSession.open(
                uri -> connect(options(encryption, limit), guard, address, uri),
                guard,
                uri(address, login, encryption, limit),
                dialogue)) {
            return dialogue.hold(session);
        } catch (StepFailure e) {
            boolean early = e.step().equals("AUTH")
                    || e.step().equals("PING") && !guard.firstWords().heard();
            throw early ? explained(e, address, limit.dividedBy(4)) : e;
        }
    }

    private static Optional<TlsSettings> encryption(RedisAddress address, Duration limit) throws StepFailure {
        try {
            return address.tls().isEmpty()
                    ? Optional.<TlsSettings>empty()
                    : Optional.of(TlsSettings.of(address.tls().get(), limit));
        } catch (UnusableTls e) {
            throw StepFailure.tls(e.trouble());
        }
    }

    /** The options of a client count for the connections that it opens then: it reads them before it returns. */
    private CompletionStage<StatefulRedisConnection<String, String>> connect(
            ClientOptions options, ReplyGuard guard, RedisAddress address, RedisURI uri) {
        Optional<String> serverName = address.tls().flatMap(Tls::serverName);
        synchronized (client) {
            client.setOptions(options);
            return addresses.naming(
                    serverName, () -> guards.install(guard, () -> client.connectAsync(StringCodec.UTF8, uri)));
        }
    }

    /** Finds out more about a server that said nothing that the client understood. */
    private static StepFailure explained(StepFailure failure, RedisAddress address, Duration patience) {
        if (address.tls().isPresent()) {
            boolean plain = failure.tls().equals(Optional.of(TlsTrouble.SILENT))
                    && ServerGreeting.isAnswered(address, patience);
            return plain ? StepFailure.tls(TlsTrouble.PLAINTEXT_SERVER) : failure;
        }
        if (!MAY_HAVE_SAID_WHY.contains(failure.trouble())) {
            return failure;
        }
        return TlsGreeting.isAnswered(address.host(), address.port(), patience)
                ? StepFailure.tls(TlsTrouble.TLS_SERVER)
                : ServerGreeting.error(address, patience)
                        .map(error -> StepFailure.error("AUTH", error))
                        .orElse(failure);
    }

    private static RedisURI uri(
            RedisAddress address, Authentication login, Optional<TlsSettings> encryption, Duration limit) {
        RedisURI.Builder builder = RedisURI.builder()
                .withHost(address.host())
                .withPort(address.port())
                .withTimeout(limit);
        encryption.ifPresent(tls -> builder.withSsl(true).withVerifyPeer(tls.verify()));
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

    private static ClientOptions options(Optional<TlsSettings> encryption, Duration connectTimeout) {
        ClientOptions.Builder builder = ClientOptions.builder()
                .autoReconnect(false)
                // lettuce returns a connection a moment before it counts as connected, and by default rejects commands
                // then.
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.ACCEPT_COMMANDS)
                .pingBeforeActivateConnection(false)
                .protocolVersion(ProtocolVersion.RESP2)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(
                        SocketOptions.builder().connectTimeout(connectTimeout).build());
        encryption.ifPresent(tls -> builder.sslOptions(tls.options()));
        return builder.build();
    }
}
