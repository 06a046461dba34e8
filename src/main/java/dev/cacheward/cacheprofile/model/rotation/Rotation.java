package dev.cacheward.cacheprofile.model.rotation;

import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Password;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is remembered of the rotations of a server, in the Secret that it reads its users from.
 *
 * @param token the wish that was heard last
 * @param nextApplication the application's password that the server is to take, and that neither published Secret has yet
 * @param nextOperator the operator's password that the server takes already, but that the operator does not use yet
 * @param prepared what the server is to be told of next
 * @param past the former passwords that the server still takes
 * @param cut the applications that connected before this are to connect anew; it is not remembered but found out each time
 */
public record Rotation(
        Optional<String> token,
        Optional<Password> nextApplication,
        Optional<Password> nextOperator,
        Prepared prepared,
        List<PastHash> past,
        Optional<Instant> cut) {
    private static final String TOKEN = "rotated";
    private static final String NEXT_APPLICATION = "next-password";
    private static final String NEXT_OPERATOR = "next-operator-password";
    private static final String PAST = "past-passwords";

    /** Keeps a copy. */
    public Rotation {
        past = List.copyOf(past);
    }

    /** Returns that of a server whose passwords never changed. */
    public static Rotation none() {
        return new Rotation(
                Optional.empty(), Optional.empty(), Optional.empty(), Prepared.nothing(), List.of(), Optional.empty());
    }

    /** Returns the same one, in which another wish was heard last. */
    public Rotation withToken(Optional<String> heard) {
        return new Rotation(heard, nextApplication, nextOperator, prepared, past, cut);
    }

    /** Returns the same one with passwords that are told of next. */
    public Rotation preparing(Prepared next) {
        return new Rotation(token, nextApplication, nextOperator, next, past, cut);
    }

    /** Whether a rotation of the users that no application logs in as is not over. */
    public boolean changesOthers() {
        return nextOperator.isPresent()
                || past.stream().anyMatch(hash -> !hash.user().equals(AclUser.APPLICATION));
    }

    /** Returns the former passwords of one user. */
    public List<PastHash> past(String user) {
        return past.stream().filter(hash -> hash.user().equals(user)).toList();
    }

    /** Returns what is kept in the Secret; nothing if there never was a rotation. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        token.ifPresent(text -> texts.put(TOKEN, text));
        nextApplication.ifPresent(password -> texts.put(NEXT_APPLICATION, password.value()));
        nextOperator.ifPresent(password -> texts.put(NEXT_OPERATOR, password.value()));
        texts.putAll(prepared.texts());
        if (!past.isEmpty()) {
            texts.put(PAST, past.stream().map(hash -> hash.line() + "\n").collect(Collectors.joining()));
        }
        return texts;
    }

    /**
     * Reads what {@link #texts} wrote. Lines of another kind count as none.
     *
     * @param secret returns the text of a key; empty if there is none
     */
    public static Rotation read(Function<String, Optional<String>> secret) {
        return new Rotation(
                secret.apply(TOKEN),
                secret.apply(NEXT_APPLICATION).map(Password::new),
                secret.apply(NEXT_OPERATOR).map(Password::new),
                Prepared.read(secret),
                secret.apply(PAST).stream()
                        .flatMap(String::lines)
                        .flatMap(line -> PastHash.parse(line).stream())
                        .toList(),
                Optional.empty());
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "Rotation[past=" + past.size() + "]";
    }
}
