package dev.cacheward.validation;

import java.util.List;
import java.util.regex.Pattern;

/** Checks the names of both kinds; Services and ConfigMaps are named after them. */
public final class ResourceName {
    private static final int LONGEST = 40;
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    private ResourceName() {}

    /** Returns an empty list when the name is allowed. */
    public static List<Problem> check(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches()
                ? List.of()
                : List.of(new Problem(
                        "metadata.name",
                        Quote.of(name) + " is not allowed: at most " + LONGEST
                                + " characters, lower case letters, digits"
                                + " and '-', a letter first; Services and ConfigMaps are named after it"));
    }
}
