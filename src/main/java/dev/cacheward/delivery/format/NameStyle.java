package dev.cacheward.delivery.format;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** How the names in a format look. */
enum NameStyle {
    /** A name of an environment variable: {@code CACHE_ENABLED}. */
    VARIABLE("[A-Za-z_][A-Za-z0-9_]*", "letters, digits and '_', no digit first"),
    /** A name of a Python module: {@code CACHE_ENABLED}. */
    IDENTIFIER("[A-Za-z_][A-Za-z0-9_]*", "letters, digits and '_', no digit first, and no word of Python's own"),
    /** Levels of a tree: {@code cache.enabled}. */
    PATH("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*", "letters, digits, '_' and '-', with a '.' between two levels");

    private static final Set<String> PYTHON = Set.of(
            ("False None True and as assert async await break class continue def del elif else except finally for from"
                            + " global if import in is lambda nonlocal not or pass raise return try while with yield")
                    .split(" "));

    private final Pattern pattern;
    private final String allowed;

    NameStyle(String pattern, String allowed) {
        this.pattern = Pattern.compile(pattern);
        this.allowed = allowed;
    }

    static NameStyle of(DeliveryFormat format) {
        return switch (format) {
            case ENV, ENV_JSON, DOT_ENV -> VARIABLE;
            case PYTHON -> IDENTIFIER;
            case JSON, YAML, TOML, PROPERTIES -> PATH;
        };
    }

    boolean accepts(String name) {
        return pattern.matcher(name).matches() && !(this == IDENTIFIER && PYTHON.contains(name));
    }

    String allowed() {
        return allowed;
    }
}
