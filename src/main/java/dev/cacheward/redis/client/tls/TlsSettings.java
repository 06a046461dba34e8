package dev.cacheward.redis.client.tls;

import dev.cacheward.redis.Tls;
import dev.cacheward.redis.pem.PemCertificates;
import dev.cacheward.redis.pem.PemException;
import dev.cacheward.redis.pem.PemPrivateKey;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import io.netty.handler.ssl.SslContextBuilder;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

/**
 * What the client library is told of an encrypted connection.
 *
 * @param verify what is checked of the server's certificate
 * @param options the certificates and versions
 */
public record TlsSettings(SslVerifyMode verify, SslOptions options) {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /**
     * Reads the certificates and the key.
     *
     * @param handshake the limit for the handshake alone
     * @throws UnusableTls if one of them cannot be read
     */
    public static TlsSettings of(Tls tls, Duration handshake) throws UnusableTls {
        Consumer<SslContextBuilder> trust = trust(tls);
        Consumer<SslContextBuilder> identity = identity(tls);
        SslOptions options = SslOptions.builder()
                .jdkSslProvider()
                .protocols(VERSIONS)
                .handshakeTimeout(handshake)
                .sslContext(trust.andThen(identity))
                .sslParameters(() -> parameters(tls))
                .build();
        return new TlsSettings(SslVerifyMode.valueOf(tls.verification().name()), options);
    }

    /** Netty itself checks names unless it is told otherwise, and lettuce tells it so only where the CA is checked. */
    private static SSLParameters parameters(Tls tls) {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm(tls.verification() == Tls.Verification.FULL ? "HTTPS" : "");
        tls.serverName().flatMap(TlsSettings::sni).ifPresent(name -> parameters.setServerNames(List.of(name)));
        return parameters;
    }

    /** An address is no name that a server could be told. */
    private static Optional<SNIHostName> sni(String name) {
        try {
            return name.matches("[0-9.]+|.*:.*") ? Optional.empty() : Optional.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Consumer<SslContextBuilder> trust(Tls tls) throws UnusableTls {
        CurrentCertificates trusted = tls.ca().isEmpty()
                ? CurrentCertificates.ofPlatform()
                : CurrentCertificates.trusting(authorities(tls.ca().get()));
        return builder -> builder.trustManager(trusted);
    }

    private static Consumer<SslContextBuilder> identity(Tls tls) throws UnusableTls {
        if (tls.client().isEmpty()) {
            return builder -> {};
        }
        Tls.ClientCertificate client = tls.client().get();
        List<X509Certificate> chain = chain(client);
        PrivateKey key = key(client);
        if (!PemPrivateKey.fits(key, chain.get(0).getPublicKey())) {
            throw new UnusableTls(TlsTrouble.CLIENT_KEY_OF_ANOTHER);
        }
        return builder -> builder.keyManager(key, chain);
    }

    private static PrivateKey key(Tls.ClientCertificate client) throws UnusableTls {
        try {
            return PemPrivateKey.read(client.key().value());
        } catch (PemException e) {
            throw new UnusableTls(TlsTrouble.CLIENT_KEY_UNREADABLE);
        }
    }

    private static List<X509Certificate> chain(Tls.ClientCertificate client) throws UnusableTls {
        try {
            return PemCertificates.chain(client.chain());
        } catch (PemException e) {
            throw new UnusableTls(TlsTrouble.CLIENT_CERTIFICATE_UNREADABLE);
        }
    }

    private static List<X509Certificate> authorities(String pem) throws UnusableTls {
        try {
            return PemCertificates.read(pem);
        } catch (PemException e) {
            throw new UnusableTls(TlsTrouble.CA_UNREADABLE);
        }
    }
}
