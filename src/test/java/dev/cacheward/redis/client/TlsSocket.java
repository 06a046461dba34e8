package dev.cacheward.redis.client;

import dev.cacheward.redis.Tls;
import dev.cacheward.redis.pem.PemCertificates;
import dev.cacheward.redis.pem.PemException;
import dev.cacheward.redis.pem.PemPrivateKey;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Encrypts connections by the JDK alone: the tests' own way, which checks the CA and the name as a careful application does. */
final class TlsSocket {
    private static final char[] NO_PASSWORD = {};

    private TlsSocket() {}

    /** Returns the same connection if the address asks for no encryption. */
    static Socket of(Socket connected, RedisAddress address) throws IOException {
        return address.tls().isEmpty()
                ? connected
                : encrypted(connected, address, address.tls().get());
    }

    private static Socket encrypted(Socket connected, RedisAddress address, Tls tls) throws IOException {
        String name = tls.serverName().orElse(address.host());
        SSLSocket socket =
                (SSLSocket) context(tls).getSocketFactory().createSocket(connected, name, address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext context(Tls tls) throws IOException {
        try {
            KeyStore trusted = empty();
            for (X509Certificate ca : PemCertificates.read(tls.ca().orElseThrow())) {
                trusted.setCertificateEntry(String.valueOf(trusted.size()), ca);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(tls), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | PemException e) {
            throw new IOException(e);
        }
    }

    private static KeyManager[] identity(Tls tls) throws GeneralSecurityException, PemException, IOException {
        KeyStore own = empty();
        if (tls.client().isPresent()) {
            Tls.ClientCertificate client = tls.client().get();
            own.setKeyEntry(
                    "own",
                    PemPrivateKey.read(client.key().value()),
                    NO_PASSWORD,
                    PemCertificates.read(client.chain()).toArray(X509Certificate[]::new));
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NO_PASSWORD);
        return keys.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
