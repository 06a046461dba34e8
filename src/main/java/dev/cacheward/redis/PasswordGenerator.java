package dev.cacheward.redis;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes passwords that need no quoting anywhere: not in a URL, a shell, a YAML file or a redis.conf. */
public interface PasswordGenerator {
    /** A password that was never made before. */
    Password next();

    /** 40 characters of {@code [A-Za-z0-9]}, 238 bits. */
    static PasswordGenerator random(SecureRandom random) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return () -> new Password(random.ints(40, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining()));
    }
}
