package dev.cacheward.cli.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kubectl makes of a scalar without quotes. It reads YAML 1.1 as go-yaml does, so that {@code off} is false and {@code 010} is
 * 8, and then writes JSON, so that {@code 1.0} is the integer 1.
 */
final class PlainScalars {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F]+");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[01]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");

    private PlainScalars() {}

    /** Returns null, a Boolean, a Long, a Double, or the text. */
    static Object value(String text) {
        if (NULL.contains(text)) {
            return null;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return TRUE.contains(text);
        }
        boolean number = "+-.0123456789".indexOf(text.charAt(0)) >= 0;
        return number ? number(text, text.replace("_", "")) : text;
    }

    private static Object number(String text, String digits) {
        if (DECIMAL.matcher(digits).matches()) {
            return integer(digits, 10);
        }
        if (OCTAL.matcher(digits).matches()) {
            return integer(digits.replaceFirst("0o?", ""), 8);
        }
        if (HEXADECIMAL.matcher(digits).matches()) {
            return integer(digits.replaceFirst("0x", ""), 16);
        }
        if (BINARY.matcher(digits).matches()) {
            return integer(digits.replaceFirst("0b", ""), 2);
        }
        return FLOAT.matcher(digits).matches() ? decimal(digits.toLowerCase(Locale.ROOT)) : text;
    }

    private static Object integer(String digits, int radix) {
        BigInteger value = new BigInteger(digits, radix);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value.doubleValue();
    }

    private static Object decimal(String digits) {
        double value = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits).doubleValue();
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? (Object) (long) value : value;
    }
}
