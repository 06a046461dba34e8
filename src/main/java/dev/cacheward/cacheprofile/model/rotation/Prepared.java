package dev.cacheward.cacheprofile.model.rotation;

import dev.cacheward.redis.Password;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * New passwords that the server does not take yet. They are kept before it is told of them, so that an operator that ends in
 * between is followed by one that tells the same.
 *
 * @param application empty if the author chooses it
 * @param operator empty, as the probe's is, while the last rotation of the operator's own users is not over
 */
public record Prepared(Optional<Password> application, Optional<Password> operator, Optional<Password> probe) {
    private static final String APPLICATION = "prepared-password";
    private static final String OPERATOR = "prepared-operator-password";
    private static final String PROBE = "prepared-probe-password";

    /** Returns one without any password. */
    public static Prepared nothing() {
        return new Prepared(Optional.empty(), Optional.empty(), Optional.empty());
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        application.ifPresent(password -> texts.put(APPLICATION, password.value()));
        operator.ifPresent(password -> texts.put(OPERATOR, password.value()));
        probe.ifPresent(password -> texts.put(PROBE, password.value()));
        return texts;
    }

    static Prepared read(Function<String, Optional<String>> secret) {
        return new Prepared(
                secret.apply(APPLICATION).map(Password::new),
                secret.apply(OPERATOR).map(Password::new),
                secret.apply(PROBE).map(Password::new));
    }
}
