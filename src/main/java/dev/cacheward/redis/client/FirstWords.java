package dev.cacheward.redis.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a server said first on a connection, behind the encryption. */
final class FirstWords {
    private static final int LONGEST_ERROR = 1024;
    private static final int ALERT = 0x15;
    private static final int MAJOR_VERSION = 3;

    private volatile boolean heard;
    private volatile boolean alert;
    private volatile boolean otherProtocol;
    private volatile Optional<String> error = Optional.empty();

    /** Leaves the bytes as they are. All but the first are passed over. */
    void hear(ByteBuf bytes) {
        if (heard || !bytes.isReadable()) {
            return;
        }
        int start = bytes.readerIndex();
        String line = bytes.toString(start, Math.min(bytes.readableBytes(), LONGEST_ERROR), StandardCharsets.UTF_8);
        error = Optional.of(line)
                .filter(text -> text.startsWith("-") && text.contains("\r\n"))
                .map(text -> text.substring(1, text.indexOf("\r\n")));
        alert = bytes.readableBytes() > 1 && bytes.getByte(start) == ALERT && bytes.getByte(start + 1) == MAJOR_VERSION;
        otherProtocol = Character.isLetterOrDigit(bytes.getByte(start));
        heard = true;
    }

    /** Whether it was a letter or digit, as of a server for mail, shells or web pages: no reply of a Redis begins so. */
    boolean otherProtocol() {
        return otherProtocol;
    }

    boolean heard() {
        return heard;
    }

    /** Whether it was an alert of TLS, which a server sends to who speaks plaintext. */
    boolean alert() {
        return alert;
    }

    /**
     * The error that the server began with, without its leading {@code -}. The client closes a connection whose login is refused,
     * and now and then takes the close for the reason.
     */
    Optional<String> error() {
        return error;
    }
}
