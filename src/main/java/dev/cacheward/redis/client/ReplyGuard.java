package dev.cacheward.redis.client;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Stands before the decoder of one connection, and before its encryption. It limits what a server may send on it, whatever the
 * bytes say, and tells how the connection ended: lettuce by itself keeps what it cannot decode yet without a limit, and may
 * leave a command open for ever after the server has gone.
 */
final class ReplyGuard extends ChannelDuplexHandler {
    /**
     * The most bytes of one connection, unless its dialogue asks for more. An answer to INFO has a few thousand. So all connections
     * together take no more memory than a small multiple of this, times the number of reconciliations at once.
     */
    static final int MOST_BYTES = 256 * 1024;

    private static final AttributeKey<ReplyGuard> KEY = AttributeKey.valueOf("cacheward.guard");

    /** Says which side ended a connection. */
    enum Ending {
        /** The server, or something between. */
        CLOSED,
        /** The guard, since the server sent more than it may. */
        TOO_LONG
    }

    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final FirstWords firstWords = new FirstWords();
    private final int mostBytes;
    private final boolean showsCertificate;
    private volatile boolean connected;
    private volatile boolean closing;
    private volatile int received;
    private volatile Optional<Future<Channel>> handshake = Optional.empty();

    ReplyGuard(int mostBytes) {
        this(mostBytes, false);
    }

    ReplyGuard(int mostBytes, boolean showsCertificate) {
        this.mostBytes = mostBytes;
        this.showsCertificate = showsCertificate;
    }

    /** Whether the client shows a certificate of its own. */
    boolean showsCertificate() {
        return showsCertificate;
    }

    /** Whether there ever was a connection. */
    boolean connected() {
        return connected;
    }

    /** What the server said, beside what belongs to the encryption. */
    FirstWords firstWords() {
        return firstWords;
    }

    /** Completed when the server or this guard has ended the connection; never completed exceptionally. */
    CompletableFuture<Ending> ended() {
        return ended;
    }

    /**
     * Whether the client ended the connection, before the server did: it does so when what it reads is no protocol. It also does
     * so when it cannot send, since the server is gone.
     */
    boolean givenUp() {
        return closing && firstWords.heard() && !ended.isDone();
    }

    /** The TLS handshake; empty without TLS, and before there is a connection. */
    Optional<Future<Channel>> handshake() {
        return handshake;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connected = true;
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            if (handshake.isEmpty()) {
                firstWords.hear(bytes);
            }
            received = received + bytes.readableBytes();
        }
        if (received <= mostBytes) {
            context.fireChannelRead(message);
            return;
        }
        received = mostBytes;
        ReferenceCountUtil.release(message);
        ended.complete(Ending.TOO_LONG);
        context.close();
    }

    /** A reset is an exception first; the channel ends a moment later. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        ended.complete(Ending.CLOSED);
        context.fireExceptionCaught(thrown);
    }

    /** The operator itself closes a connection, such as when the login takes too long. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        closing = true;
        context.close(promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!closing) {
            ended.complete(Ending.CLOSED);
        }
        context.fireChannelInactive();
    }

    /** Stands behind the encryption: the bytes of a handshake are nothing that was heard. */
    private final class Ear extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf bytes) {
                firstWords.hear(bytes);
            }
            context.fireChannelRead(message);
        }
    }

    /** Gives each new connection of a client its own guard. A connection without one would not open. */
    static final class Installer implements NettyCustomizer {
        private final ThreadLocal<ReplyGuard> next = new ThreadLocal<>();

        /** @param connect begins to connect, which makes the bootstrap on this thread */
        <T> T install(ReplyGuard guard, Supplier<T> connect) {
            next.set(guard);
            try {
                return connect.get();
            } finally {
                next.remove();
            }
        }

        @Override
        public void afterBootstrapInitialized(Bootstrap bootstrap) {
            bootstrap.attr(KEY, next.get());
        }

        @Override
        public void afterChannelInitialized(Channel channel) {
            ReplyGuard guard = channel.attr(KEY).get();
            ChannelHandlerContext encryption = channel.pipeline().context(SslHandler.class);
            if (encryption != null) {
                guard.handshake = Optional.of(((SslHandler) encryption.handler()).handshakeFuture());
                channel.pipeline().addAfter(encryption.name(), null, guard.new Ear());
            }
            channel.pipeline().addFirst(guard);
        }
    }
}
