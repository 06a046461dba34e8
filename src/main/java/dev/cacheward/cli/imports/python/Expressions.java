package dev.cacheward.cli.imports.python;

import dev.cacheward.cli.imports.report.Place;
import dev.cacheward.cli.imports.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an expression, as far as it is made of literals and of what {@link Calls} knows. */
final class Expressions {
    private static final Value CODE = new Value.Unknown("code makes it, and no code is run");
    private static final int DEEPEST = 40;
    private static final Set<String> ADDING = Set.of("+", "-");
    private static final Set<String> MULTIPLYING = Set.of("*", "/", "//", "%");

    private final String file;
    private final Map<String, Value> names;
    private final Cursor cursor;
    private final Calls calls;
    private int depth;

    /** @param names the constants of the file so far */
    Expressions(String file, Map<String, Value> names, Cursor cursor, Calls calls) {
        this.file = file;
        this.names = names;
        this.cursor = cursor;
        this.calls = calls;
    }

    /** Reads up to the border of the element; what cannot be read is skipped, and unknown. */
    Value read() {
        depth++;
        Value value = depth > DEEPEST ? CODE : sum();
        depth--;
        if (cursor.peek().isName("or") && (value instanceof Value.Unknown || value instanceof Value.Nothing)) {
            cursor.next();
            return read();
        }
        if (!cursor.atBorder()) {
            cursor.skip();
            return CODE;
        }
        return value;
    }

    private Value sum() {
        Value value = product();
        while (cursor.peek().kind() == Token.Kind.OPERATOR
                && ADDING.contains(cursor.peek().text())) {
            value = Arithmetic.of(value, cursor.next().text(), product());
        }
        return value;
    }

    private Value product() {
        Value value = signed();
        while (cursor.peek().kind() == Token.Kind.OPERATOR
                && MULTIPLYING.contains(cursor.peek().text())) {
            value = Arithmetic.of(value, cursor.next().text(), signed());
        }
        return value;
    }

    /** A power of a power is not read: nobody writes a number of seconds so. */
    private Value signed() {
        boolean negative = false;
        while (cursor.peek().is("-") || cursor.peek().is("+")) {
            negative ^= cursor.next().is("-");
        }
        Value base = postfix();
        Value value = cursor.take("**") ? Arithmetic.of(base, "**", postfix()) : base;
        return negative ? Arithmetic.of(new Value.Number(BigDecimal.ZERO), "-", value) : value;
    }

    private Value postfix() {
        Token token = cursor.next();
        Value value = switch (token.kind()) {
            case NUMBER -> Arithmetic.number(token.text());
            case STRING -> string(token);
            case NAME -> name(token);
            case OPERATOR -> bracket(token);
            case TEMPLATE, END -> CODE;
        };
        while (cursor.peek().is(".") || cursor.peek().is("[") || cursor.peek().is("(")) {
            value = after(value);
        }
        return value;
    }

    /** Strings that stand side by side are one. */
    private Value string(Token first) {
        StringBuilder text = new StringBuilder(first.text());
        boolean known = true;
        while (cursor.peek().kind() == Token.Kind.STRING || cursor.peek().kind() == Token.Kind.TEMPLATE) {
            known &= cursor.peek().kind() == Token.Kind.STRING;
            text.append(cursor.next().text());
        }
        return known ? new Value.Text(text.toString()) : CODE;
    }

    private Value after(Value value) {
        if (cursor.take(".")) {
            String member = cursor.next().text();
            if (value instanceof Value.Span span && (member.equals("total_seconds") || member.equals("seconds"))) {
                if (cursor.take("(")) {
                    cursor.take(")");
                }
                return new Value.Number(BigDecimal.valueOf(span.duration().toSeconds()));
            }
            return CODE;
        }
        cursor.skipGroup();
        return CODE;
    }

    private Value name(Token token) {
        String path = token.text() + cursor.members();
        if (cursor.take("(")) {
            return calls.value(path, arguments());
        }
        return switch (path) {
            case "True" -> new Value.Flag(true);
            case "False" -> new Value.Flag(false);
            case "None" -> new Value.Nothing();
            default -> names.getOrDefault(path, CODE);
        };
    }

    /** Reads arguments up to the closing bracket; those with a name keep it, the others have an empty one. */
    List<Value.Pair> arguments() {
        List<Value.Pair> arguments = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.take(")")) {
            Place place = place(cursor.peek());
            boolean named =
                    cursor.peek().kind() == Token.Kind.NAME && cursor.peek(1).is("=");
            String name = named ? cursor.next().text() : "";
            cursor.take("=");
            arguments.add(new Value.Pair(place, name, read()));
            cursor.separator(")");
        }
        return arguments;
    }

    private Value bracket(Token open) {
        return switch (open.text()) {
            case "(" -> round();
            case "[" -> new Value.Items(elements("]"));
            case "{" -> curly();
            default -> CODE;
        };
    }

    /** A comma makes a tuple of one value. */
    private Value round() {
        List<Value> values = elements(")");
        return !cursor.peek(-2).is(",") && values.size() == 1 ? values.get(0) : new Value.Items(values);
    }

    private List<Value> elements(String close) {
        List<Value> values = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.take(close)) {
            values.add(read());
            cursor.separator(close);
        }
        return values;
    }

    private Value curly() {
        List<Value.Pair> pairs = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.take("}")) {
            Place place = place(cursor.peek());
            Value key = key();
            if (cursor.take(":")) {
                Value value = read();
                pairs.add(new Value.Pair(place, Arithmetic.text(key).orElse("?"), value));
            } else if (!cursor.peek().is("}") || key == CODE) {
                pairs.add(new Value.Pair(place, "?", CODE));
            }
            cursor.separator("}");
        }
        return new Value.Table(pairs);
    }

    /** Another dictionary that is put in here is skipped. */
    private Value key() {
        if (cursor.take("**")) {
            cursor.skip();
            return CODE;
        }
        return read();
    }

    private Place place(Token token) {
        return new Place(file, token.line(), token.column());
    }
}
