package dev.cacheward.redis;

import dev.cacheward.validation.Parsed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what stands before the {@code @} of a URL. Its messages never hold any of it. */
final class UserInfo {
    private static final int HEX = 16;
    private static final int ESCAPE = 3;
    private static final int LONGEST_NAME = 512;

    /** The mark that another decoder has left in place of what was no UTF-8. */
    private static final int REPLACEMENT = 0xFFFD;

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private UserInfo() {}

    /** The border is the first colon as it is written: {@code %3A} is a letter of the name, and a later colon one of the password. */
    static Parsed<Authentication> parse(String text) {
        int border = text.indexOf(':');
        String name = border < 0 ? "" : text.substring(0, border);
        String password = text.substring(border + 1);
        if (password.isEmpty()) {
            return new Parsed.Invalid<>("the URL has an '@' and no password before it; write :PASSWORD@ or"
                    + " USER:PASSWORD@, and for a server without a login nothing before the host");
        }
        return then(decode(name, "user name"), user -> then(decode(password, "password"), raw -> login(user, raw)));
    }

    private static Parsed<Authentication> login(String user, String raw) {
        Optional<String> objection = objection(user);
        if (objection.isPresent()) {
            return new Parsed.Invalid<>(objection.get());
        }
        return then(
                UserPassword.parse(raw),
                password -> new Parsed.Valid<>(
                        user.isEmpty() ? new Authentication.PasswordOnly(password) : new Login(user, password)));
    }

    private static Optional<String> objection(String user) {
        if (user.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of("the user name in the URL is longer than " + LONGEST_NAME + " bytes");
        }
        return user.codePoints().anyMatch(Character::isWhitespace)
                ? Optional.of("the user name in the URL has a blank, which no user's name has")
                : Optional.empty();
    }

    private static Parsed<String> decode(String text, String what) {
        if (BROKEN_ESCAPE.matcher(text).find()) {
            return new Parsed.Invalid<>(
                    "the " + what + " in the URL has a '%' that two hexadecimal digits do not follow; a '%'"
                            + " itself is written as %25");
        }
        return utf8(text)
                .map(decoded -> decoded.codePoints().anyMatch(Character::isISOControl)
                        ? new Parsed.Invalid<String>(
                                "the " + what + " in the URL has a control character (such as %0A, a line"
                                        + " break); use printable ones")
                        : new Parsed.Valid<>(decoded))
                .orElseGet(() ->
                        new Parsed.Invalid<>("the " + what + " in the URL is not text in UTF-8 once it is decoded;"
                                + " percent-encode each byte of its UTF-8 form"));
    }

    /** A plus stays a plus: it is a blank in HTML forms only. */
    private static Optional<String> utf8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int next = text.charAt(at) == '%' ? at + ESCAPE : text.offsetByCodePoints(at, 1);
            String piece = text.substring(at, next);
            bytes.writeBytes(
                    piece.startsWith("%")
                            ? new byte[] {(byte) Integer.parseInt(piece.substring(1), HEX)}
                            : piece.getBytes(StandardCharsets.UTF_8));
            at = next;
        }
        try {
            ByteBuffer encoded = ByteBuffer.wrap(bytes.toByteArray());
            return Optional.of(
                            StandardCharsets.UTF_8.newDecoder().decode(encoded).toString())
                    .filter(decoded -> decoded.indexOf(REPLACEMENT) < 0);
        } catch (CharacterCodingException noUtf8) {
            return Optional.empty();
        }
    }

    private static <T, R> Parsed<R> then(Parsed<T> first, Function<? super T, ? extends Parsed<R>> next) {
        return first.fold(next, Parsed.Invalid::new);
    }
}
