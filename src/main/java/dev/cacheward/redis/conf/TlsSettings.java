package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.ClientAuth;
import dev.cacheward.api.v1alpha1.Plaintext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a server encrypts its connections. */
public record TlsSettings(ClientAuth clientAuth, Plaintext plaintext) {
    /** Whether the port for connections that are not encrypted is open. */
    public boolean alsoPlaintext() {
        return plaintext == Plaintext.ALLOWED;
    }

    /** Returns the port for connections that are not encrypted; 0 for none. */
    public int plaintextPort() {
        return alsoPlaintext() ? RedisConf.PORT : 0;
    }

    /** Returns the parameters, name to raw value, but for the port that is not encrypted. */
    Map<String, String> parameters() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("tls-port", String.valueOf(RedisConf.TLS_PORT));
        lines.putAll(CertificatePaths.atStart().parameters());
        lines.put("tls-auth-clients", auth());
        lines.put("tls-replication", "yes");
        lines.put("tls-protocols", "TLSv1.2 TLSv1.3");
        return lines;
    }

    private String auth() {
        return switch (clientAuth) {
            case NONE -> "no";
            case OPTIONAL -> clientAuth.name().toLowerCase(Locale.ROOT);
            case REQUIRED -> "yes";
        };
    }
}
