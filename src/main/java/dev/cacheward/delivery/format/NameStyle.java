package dev.cacheward.delivery.format;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the names in a format look. */
enum NameStyle {
    /** A name of an environment variable: {@code CACHE_ENABLED}. Some belong to the shell, or to the start of any program. */
    VARIABLE(
            "[A-Za-z_][A-Za-z0-9_]*",
            "letters, digits and '_', no digit first, and no variable of the system's own such as PATH",
            "_ PATH HOME IFS UID EUID PPID SHELLOPTS BASHOPTS BASH_VERSINFO LD_PRELOAD LD_LIBRARY_PATH"),
    /** A name of a Python module: {@code CACHE_ENABLED}. {@code import *} leaves out what begins with an underscore. */
    IDENTIFIER(
            "[A-Za-z][A-Za-z0-9_]*",
            "letters, digits and '_', a letter first, and no word of Python's own",
            "False None True and as assert async await break class continue def del elif else except finally for from global if"
                    + " import in is lambda nonlocal not or pass raise return try while with yield"),
    /** Levels of a tree: {@code cache.enabled}. */
    PATH(
            "[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*",
            "letters, digits, '_' and '-', with a '.' between two levels",
            "__proto__"),
    /** The same in a property file. Spring takes two names for one that differ by hyphens, underscores or capitals alone. */
    PROPERTY(PATH.pattern.pattern(), PATH.allowed, "");

    private final Pattern pattern;
    private final String allowed;
    private final Set<String> taken;

    NameStyle(String pattern, String allowed, String taken) {
        this.pattern = Pattern.compile(pattern);
        this.allowed = allowed;
        this.taken = Set.of(taken.split(" "));
    }

    static NameStyle of(DeliveryFormat format) {
        return switch (format) {
            case ENV, ENV_JSON, DOT_ENV -> VARIABLE;
            case PYTHON -> IDENTIFIER;
            case JSON, YAML, TOML -> PATH;
            case PROPERTIES -> PROPERTY;
        };
    }

    /** Whether a name has levels, with a dot between two. */
    boolean hasLevels() {
        return this == PATH || this == PROPERTY;
    }

    boolean accepts(String name) {
        return pattern.matcher(name).matches()
                && Arrays.stream(name.split("\\.")).noneMatch(taken::contains);
    }

    /** Returns what is equal for two names that a reader takes for one. */
    String canonical(String name) {
        return this == PROPERTY ? name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT) : name;
    }

    String allowed() {
        return allowed;
    }
}
