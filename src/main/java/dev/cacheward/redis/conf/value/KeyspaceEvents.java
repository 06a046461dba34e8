package dev.cacheward.redis.conf.value;

import java.util.stream.Collectors;

/** The letters of {@code notify-keyspace-events}, in the order in which every server prints them. */
final class KeyspaceEvents {
    private static final String ALL = "A";
    private static final String IN_ALL = "g$lshzxetd";
    /** All of them together do not make {@code A}, and yet none is printed beside it. */
    private static final String LEFT_OUT_BESIDE_ALL = "noc";

    private static final String APART = "KEm";

    private KeyspaceEvents() {}

    static String canonical(String letters) {
        boolean all = letters.contains(ALL) || among(letters, IN_ALL).equals(IN_ALL);
        return (all ? ALL : among(letters, IN_ALL + LEFT_OUT_BESIDE_ALL)) + among(letters, APART);
    }

    private static String among(String given, String ordered) {
        return ordered.chars()
                .filter(letter -> given.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
