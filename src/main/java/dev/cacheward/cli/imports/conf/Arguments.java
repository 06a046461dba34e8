package dev.cacheward.cli.imports.conf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a line as the server's {@code sdssplitargs} does. */
final class Arguments {
    private static final int HEX = 16;
    private static final String BLANKS = " \t\r\n\f\u000b\0";

    private final String line;
    private int at;

    private Arguments(String line) {
        this.line = line;
    }

    /** Returns the arguments; empty if a quote is not closed, or is closed in the middle of an argument. */
    static Optional<List<String>> of(String line) {
        return new Arguments(line).all();
    }

    private Optional<List<String>> all() {
        List<String> arguments = new ArrayList<>();
        skipBlanks();
        while (at < line.length()) {
            Optional<String> argument = next();
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
            skipBlanks();
        }
        return Optional.of(arguments);
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private Optional<String> next() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (at < line.length() && !isBlank(line.charAt(at))) {
            char c = line.charAt(at);
            if (c == '"' || c == '\'') {
                at++;
                if (!quoted(c, out) || at < line.length() && !isBlank(line.charAt(at))) {
                    return Optional.empty();
                }
                break;
            }
            append(out);
        }
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }

    /** Reads up to the closing quote; false if there is none. */
    private boolean quoted(char quote, ByteArrayOutputStream out) {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == quote) {
                at++;
                return true;
            }
            if (c == '\\' && at + 1 < line.length() && (quote == '"' || line.charAt(at + 1) == '\'')) {
                escape(quote, out);
            } else {
                append(out);
            }
        }
        return false;
    }

    private void escape(char quote, ByteArrayOutputStream out) {
        String rest = line.substring(at + 1);
        if (quote == '"' && rest.matches("(?s)x[0-9A-Fa-f]{2}.*")) {
            out.write(Integer.parseInt(rest.substring(1, 3), HEX));
            at += 4;
            return;
        }
        int index = quote == '"' ? "nrtba".indexOf(rest.charAt(0)) : -1;
        at++;
        if (index < 0) {
            append(out);
        } else {
            out.write("\n\r\t\b\u0007".charAt(index));
            at++;
        }
    }

    private void append(ByteArrayOutputStream out) {
        int end = line.offsetByCodePoints(at, 1);
        out.writeBytes(line.substring(at, end).getBytes(StandardCharsets.UTF_8));
        at = end;
    }

    private static boolean isBlank(char c) {
        return BLANKS.indexOf(c) >= 0;
    }
}
