package dev.cacheward.cli.imports.python;

import dev.cacheward.cli.imports.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Calculates with numbers and times, as Python does. */
final class Arithmetic {
    private static final Value UNKNOWN = new Value.Unknown("it is calculated of something that is not known");
    private static final int LARGEST_POWER = 30;
    private static final int LONGEST = 40;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int HEX = 16;

    private Arithmetic() {}

    static Value number(String literal) {
        String text = literal.replace("_", "").toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return UNKNOWN;
        }
        if (text.matches("0x[0-9a-f]+")) {
            return new Value.Number(new BigDecimal(new BigInteger(text.substring(2), HEX)));
        }
        return text.matches("([0-9]+[.]?[0-9]*|[.][0-9]+)(e[+-]?[0-9]{1,2})?")
                ? new Value.Number(new BigDecimal(text.endsWith(".") ? text + "0" : text))
                : UNKNOWN;
    }

    static Value of(Value left, String operator, Value right) {
        if (left instanceof Value.Number a && right instanceof Value.Number b) {
            return numbers(a.number(), operator, b.number());
        }
        if (left instanceof Value.Span a && right instanceof Value.Span b && operator.equals("+")) {
            return span(seconds(a).add(seconds(b)));
        }
        if (operator.equals("*") && left instanceof Value.Span a && right instanceof Value.Number b) {
            return span(seconds(a).multiply(b.number()));
        }
        if (operator.equals("*") && left instanceof Value.Number a && right instanceof Value.Span b) {
            return span(seconds(b).multiply(a.number()));
        }
        return operator.equals("+") && left instanceof Value.Text a && right instanceof Value.Text b
                ? new Value.Text(a.text() + b.text())
                : UNKNOWN;
    }

    /** Returns whole seconds; unknown if they are more than any time that is meant. */
    static Value span(BigDecimal seconds) {
        return seconds.abs().compareTo(MOST_SECONDS) > 0
                ? UNKNOWN
                : new Value.Span(Duration.ofSeconds(seconds.longValue()));
    }

    private static BigDecimal seconds(Value.Span span) {
        return BigDecimal.valueOf(span.duration().toSeconds());
    }

    private static Value numbers(BigDecimal a, String operator, BigDecimal b) {
        boolean zero = b.signum() == 0;
        return switch (operator) {
            case "+" -> new Value.Number(a.add(b));
            case "-" -> new Value.Number(a.subtract(b));
            case "*" -> new Value.Number(a.multiply(b));
            case "/" -> zero ? UNKNOWN : new Value.Number(a.divide(b, MathContext.DECIMAL64));
            case "//" -> zero ? UNKNOWN : new Value.Number(a.divide(b, 0, RoundingMode.FLOOR));
            case "%" -> zero || b.signum() < 0 || a.signum() < 0 ? UNKNOWN : new Value.Number(a.remainder(b));
            case "**" -> power(a, b);
            default -> UNKNOWN;
        };
    }

    /** Of whole numbers, as far as a time or a limit may need them; larger ones would take long to calculate. */
    private static Value power(BigDecimal a, BigDecimal b) {
        boolean whole = b.signum() >= 0
                && b.compareTo(BigDecimal.valueOf(LARGEST_POWER)) <= 0
                && b.stripTrailingZeros().scale() <= 0;
        return whole && a.precision() <= LONGEST ? new Value.Number(a.pow(b.intValue())) : UNKNOWN;
    }

    /** Returns the text of a key. */
    static Optional<String> text(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.text());
        }
        return value instanceof Value.Number number ? Optional.of(number.toString()) : Optional.empty();
    }
}
