package dev.cacheward.redis.pem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes a private key in the form that every client library reads. */
public final class PemKeyForm {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final int LINE = 64;

    private PemKeyForm() {}

    /**
     * Returns the key in PKCS#8. Netty, and with it lettuce, reads no other form, while cert-manager writes the older ones unless
     * a Certificate asks for this one. A text that is no readable key is returned as it is: its reader says what is wrong with it.
     */
    public static String pkcs8(String text) {
        try {
            byte[] key = PemPrivateKey.read(text).getEncoded();
            Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
            return BEGIN + lines.encodeToString(key) + END;
        } catch (PemException unreadable) {
            return text;
        }
    }
}
