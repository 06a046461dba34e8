package dev.cacheward.redis.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;

/** The certificate that a server shows in a handshake, which is what it has whatever it says. */
public final class ShownCertificate {
    private ShownCertificate() {}

    /** @param address with what the server must be known by */
    public static X509Certificate of(RedisAddress address) {
        try (Socket plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(address.host(), address.port()),
                    Math.toIntExact(LongTimeout.LONG.toMillis()));
            plain.setSoTimeout(Math.toIntExact(LongTimeout.LONG.toMillis()));
            SSLSocket encrypted = (SSLSocket) TlsSocket.of(plain, address);
            return (X509Certificate) encrypted.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
