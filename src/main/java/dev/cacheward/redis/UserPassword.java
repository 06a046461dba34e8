package dev.cacheward.redis;

import dev.cacheward.validation.Parsed;
import java.nio.charset.StandardCharsets;

/** Checks a password that a user chose. Its messages never hold any of it. */
public final class UserPassword {
    private static final int MAX_BYTES = 512;
    private static final int REPLACEMENT = 0xFFFD;

    private UserPassword() {}

    /**
     * Quotes, {@code $}, {@code %}, spaces and non-ASCII text all work; refused are an empty text, more than 512 bytes of
     * UTF-8, control characters, and the mark that decoding leaves in place of bytes that are no UTF-8.
     */
    public static Parsed<Password> parse(String raw) {
        if (raw.isEmpty()) {
            return refuse("the password is empty; give at least one character");
        }
        int bytes = raw.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return refuse("the password is longer than " + MAX_BYTES + " bytes of UTF-8");
        }
        if (raw.endsWith("\n") || raw.endsWith("\r")) {
            return refuse("the password ends in a line break, which an application would not send; write it with"
                    + " printf '%s' instead of echo, and without an empty line at the end of the file");
        }
        if (raw.codePoints().anyMatch(Character::isISOControl)) {
            return refuse("the password has a control character (such as a tab or a line break); use printable ones");
        }
        if (raw.codePoints().anyMatch(c -> c == REPLACEMENT)) {
            return refuse("the password is not text in UTF-8; encode it so, or choose one of ASCII letters and digits");
        }
        return new Parsed.Valid<>(new Password(raw));
    }

    private static Parsed<Password> refuse(String message) {
        return new Parsed.Invalid<>(message);
    }
}
