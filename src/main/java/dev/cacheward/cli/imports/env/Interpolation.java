package dev.cacheward.cli.imports.env;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of variables into a text, as Docker Compose does: {@code $A}, <code>${A}</code>, with {@code :-}, {@code -},
 * {@code :?}, {@code ?}, {@code :+} or {@code +}, and {@code $$} for a dollar sign.
 */
public record Interpolation(Map<String, String> variables) {
    private static final Pattern REFERENCE = Pattern.compile(
            "\\$(?:(\\$)|([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(:?[-?+])?((?:[^{}]|\\$\\{[^{}]*\\})*)\\})");

    /**
     * A text in which the variables are resolved.
     *
     * @param known false if a variable has neither a value nor a default; it is empty then
     */
    public record Resolved(String text, boolean known) {}

    /** Resolves a text; a variable without a value and a default becomes empty. */
    public Resolved resolve(String text) {
        return resolve(text, "");
    }

    /** @param unknown stands for a variable without a value and a default */
    public Resolved resolve(String text, String unknown) {
        StringBuilder out = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        boolean known = true;
        int at = 0;
        while (reference.find()) {
            out.append(text, at, reference.start());
            Resolved part = part(reference, unknown);
            known &= part.known();
            out.append(part.text());
            at = reference.end();
        }
        return new Resolved(out.append(text.substring(at)).toString(), known);
    }

    private Resolved part(Matcher reference, String unknown) {
        if (reference.group(1) != null) {
            return new Resolved("$", true);
        }
        String name = Optional.ofNullable(reference.group(2)).orElseGet(() -> reference.group(3));
        String operator = Optional.ofNullable(reference.group(4)).orElse("");
        Optional<String> value =
                Optional.ofNullable(variables.get(name)).filter(text -> !operator.startsWith(":") || !text.isEmpty());
        if (operator.endsWith("+")) {
            return value.isPresent() ? resolve(reference.group(5), unknown) : new Resolved("", true);
        }
        if (value.isPresent()) {
            return new Resolved(value.get(), true);
        }
        return operator.endsWith("-") ? resolve(reference.group(5), unknown) : new Resolved(unknown, false);
    }
}
