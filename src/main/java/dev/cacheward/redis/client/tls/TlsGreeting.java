package dev.cacheward.redis.client.tls;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Finds out whether a server speaks TLS, by its first answer to a greeting. Nothing secret is sent, and nothing is believed of
 * what it answers.
 */
public final class TlsGreeting {
    private static final int HANDSHAKE = 0x16;
    private static final int ALERT = 0x15;
    private static final int MAJOR_VERSION = 3;

    private TlsGreeting() {}

    /** Whether a server answers as one that speaks TLS. It is false as well if it answers nothing in time. */
    public static boolean isAnswered(String host, int port, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(hello(host, port));
            byte[] answer = new byte[2];
            int length = socket.getInputStream().readNBytes(answer, 0, answer.length);
            return length == answer.length
                    && (answer[0] == HANDSHAKE || answer[0] == ALERT)
                    && answer[1] == MAJOR_VERSION;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] hello(String host, int port) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        byte[] bytes = new byte[hello.position()];
        hello.flip().get(bytes);
        return bytes;
    }
}
