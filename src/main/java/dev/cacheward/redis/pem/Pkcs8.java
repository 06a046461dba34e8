package dev.cacheward.redis.pem;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Wraps keys of the older forms into PKCS#8, the only form that the JDK reads. */
final class Pkcs8 {
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    /** The tag of the curve's name in a key of an elliptic curve. */
    private static final int CURVE = 0xA0;

    private static final byte[] VERSION = {INTEGER, 1, 0};
    /** The object identifier 1.2.840.113549.1.1.1, and a null. */
    private static final byte[] RSA = {
        0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    /** The object identifier 1.2.840.10045.2.1. */
    private static final byte[] ELLIPTIC_CURVE = {0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01};

    private Pkcs8() {}

    /** @param der in the form of PKCS#1 */
    static byte[] ofRsa(byte[] der) {
        return wrap(RSA, der);
    }

    /**
     * @param der in the form of SEC 1, which names its curve
     * @throws IllegalArgumentException if it names none, or is damaged
     */
    static byte[] ofEllipticCurve(byte[] der) {
        return wrap(join(ELLIPTIC_CURVE, curve(der)), der);
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, join(VERSION, element(SEQUENCE, algorithm), element(OCTETS, key)));
    }

    /** Steps over the elements of the key, up to the one with the name of the curve. */
    private static byte[] curve(byte[] der) {
        int at = bodyStart(der, 0);
        while (at < der.length && (der[at] & 0xFF) != CURVE) {
            at = bodyStart(der, at) + bodyLength(der, at);
        }
        int start = bodyStart(der, at);
        return Arrays.copyOfRange(der, start, start + bodyLength(der, at));
    }

    private static int bodyStart(byte[] der, int at) {
        int first = octet(der, at + 1);
        return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
    }

    private static int bodyLength(byte[] der, int at) {
        int first = octet(der, at + 1);
        int length = first < 0x80 ? first : 0;
        for (int i = 0; first > 0x80 && i < (first & 0x7F); i++) {
            length = length << 8 | octet(der, at + 2 + i);
        }
        if (length < 0 || length > der.length) {
            throw new IllegalArgumentException("an element longer than the whole");
        }
        return length;
    }

    private static int octet(byte[] der, int at) {
        if (at >= der.length) {
            throw new IllegalArgumentException("cut off");
        }
        return der[at] & 0xFF;
    }

    private static byte[] element(int tag, byte[] body) {
        byte[] length = length(body.length);
        return join(new byte[] {(byte) tag}, length, body);
    }

    /** As short as it can be: the JDK takes no other. */
    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
