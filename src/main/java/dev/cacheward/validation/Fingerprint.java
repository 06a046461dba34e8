package dev.cacheward.validation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hashes of texts, by which a change is recognised. Clusters keep them, so none may ever come out otherwise. */
public final class Fingerprint {
    private static final int DIGITS = 16;

    private Fingerprint() {}

    /** Returns 16 hexadecimal digits of a SHA-256 over the parts and the borders between them. */
    public static String of(String... parts) {
        return of(Arrays.stream(parts));
    }

    /** The same over all keys and values, so that it changes when, and only when, a key or a value does. */
    public static String of(SortedMap<String, String> map) {
        return of(map.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())));
    }

    /** All 64 lower-case hexadecimal digits of the SHA-256 of the text's UTF-8 bytes. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** NUL ends each part: it stands in none of them, so that no two lists run together into the same bytes. */
    private static String of(Stream<String> parts) {
        return sha256(parts.map(part -> part + '\0').collect(Collectors.joining()))
                .substring(0, DIGITS);
    }
}
