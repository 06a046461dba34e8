package dev.cacheward.delivery.format;

import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ValueNode;

/**
 * A text that every reader of {@code .env} takes alike: a value stands bare, or in double quotes without any escape. What
 * cannot be written so is not written at all, since some reader would take it otherwise.
 */
final class DotEnvText {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:@%+,=*!-]*");

    /** Escapes, expansions and ends of a line, which no two readers agree on. */
    private static final Pattern DISPUTED = Pattern.compile("[\"\\\\$`\\p{Cntrl}]");

    private DotEnvText() {}

    static String of(SortedMap<String, ValueNode> values) {
        return values.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue().asString()))
                .collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException if two readers would take the value differently */
    static String line(String name, String value) {
        if (BARE.matcher(value).matches()) {
            return name + "=" + value + "\n";
        }
        if (DISPUTED.matcher(value).find()) {
            throw new IllegalArgumentException("python-dotenv, dotenv-expand and godotenv read the value of " + name
                    + " differently: it has a quote, a backslash, a dollar, a backtick or a control character");
        }
        return name + "=\"" + value + "\"\n";
    }
}
