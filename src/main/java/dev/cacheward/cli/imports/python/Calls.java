package dev.cacheward.cli.imports.python;

import dev.cacheward.cli.imports.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows what the calls that settings are made of return. */
final class Calls {
    private static final Map<String, Long> UNITS =
            Map.of("days", 86_400L, "seconds", 1L, "minutes", 60L, "hours", 3_600L, "weeks", 604_800L);

    private static final Set<String> CONVERSIONS =
            Set.of("int", "float", "str", "bool", "dict", "round", "timedelta_seconds");
    private static final String ENVIRONMENT =
            "(os\\.)?(getenv|environ\\.(get|setdefault))|config|env(iron)?(\\.(int|str|bool|float|url|cache_url|dict|list))?|get_env\\w*|env_\\w+";

    /** What stands for the default of a field: pydantic, dataclasses, attrs, traitlets. */
    private static final String FIELDS = "(\\w+\\.)*(Field|field|attrib|ib|SecretStr|RedisDsn)";

    private boolean defaults;

    /** Whether the default of a variable was used. */
    boolean usedDefaults() {
        return defaults;
    }

    Value value(String name, List<Value.Pair> arguments) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (last.equals("timedelta")) {
            return span(arguments);
        }
        if (CONVERSIONS.contains(name)) {
            return converted(name, arguments);
        }
        if (name.matches(ENVIRONMENT)) {
            return environment(arguments);
        }
        if (name.matches(FIELDS)) {
            return named(arguments, "default")
                    .or(() -> positional(arguments, 0))
                    .orElse(unknown(name));
        }
        return last.equals("Limiter")
                ? new Value.Table(
                        arguments.stream().filter(pair -> !pair.key().isEmpty()).toList())
                : unknown(name);
    }

    private static Value unknown(String name) {
        return new Value.Unknown("the call of " + name + " makes it, and no code is run");
    }

    private static Optional<Value> named(List<Value.Pair> arguments, String name) {
        return arguments.stream()
                .filter(pair -> pair.key().equals(name))
                .map(Value.Pair::value)
                .findFirst();
    }

    private static Optional<Value> positional(List<Value.Pair> arguments, int index) {
        return arguments.stream()
                .filter(pair -> pair.key().isEmpty())
                .map(Value.Pair::value)
                .skip(index)
                .findFirst();
    }

    private static Value span(List<Value.Pair> arguments) {
        BigDecimal seconds = BigDecimal.ZERO;
        List<String> order = List.of("days", "seconds");
        for (int i = 0; i < arguments.size(); i++) {
            Value.Pair pair = arguments.get(i);
            String unit = pair.key().isEmpty() && i < order.size() ? order.get(i) : pair.key();
            if (!UNITS.containsKey(unit) || !(pair.value() instanceof Value.Number number)) {
                return unknown("timedelta");
            }
            seconds = seconds.add(number.number().multiply(BigDecimal.valueOf(UNITS.get(unit))));
        }
        return Arithmetic.span(seconds);
    }

    private static Value converted(String name, List<Value.Pair> arguments) {
        if (name.equals("dict")
                && arguments.stream().noneMatch(pair -> pair.key().isEmpty())) {
            return new Value.Table(arguments);
        }
        Value first = positional(arguments, 0).orElse(unknown(name));
        boolean number = name.equals("int") || name.equals("float");
        return number && first instanceof Value.Text text
                ? Arithmetic.number(text.text().strip())
                : first;
    }

    private Value environment(List<Value.Pair> arguments) {
        Optional<Value> fallback = named(arguments, "default").or(() -> positional(arguments, 1));
        defaults |= fallback.isPresent();
        String variable = positional(arguments, 0)
                .filter(Value.Text.class::isInstance)
                .map(text -> ((Value.Text) text).text())
                .filter(text -> text.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .orElse("a variable");
        return fallback.orElseGet(
                () -> new Value.Unknown("it is read from the environment (" + variable + ") and has no default"));
    }
}
