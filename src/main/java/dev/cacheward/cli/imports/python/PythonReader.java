package dev.cacheward.cli.imports.python;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Place;
import dev.cacheward.cli.imports.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the assignments of a Python file, in whatever class or function they stand. */
public final class PythonReader {
    private static final String CONSTANT = "_{0,2}[A-Z][A-Z0-9_]*";

    private final String file;
    private final Draft draft;
    private final PythonSettings settings;
    private final Map<String, Value> names = new HashMap<>();
    private final Calls calls = new Calls();

    /** @param draft receives what is found */
    public PythonReader(String file, Draft draft) {
        this.file = file;
        this.draft = draft;
        this.settings = new PythonSettings(draft);
    }

    /** Reads a whole file. */
    public void read(String text) {
        List<Token> statement = new ArrayList<>();
        for (Token token : Tokenizer.of(text)) {
            statement.add(token);
            if (token.kind() == Token.Kind.END) {
                statement(statement);
                statement = new ArrayList<>();
            }
        }
        settings.finish();
        if (calls.usedDefaults()) {
            draft.ledger()
                    .note("Settings of " + file
                            + " that are read from the environment were taken with their defaults. If the"
                            + " application runs with other values, name its .env file too, after this one.");
        }
    }

    private void statement(List<Token> tokens) {
        Cursor cursor = new Cursor(tokens);
        Token first = cursor.peek();
        if (first.is("@")) {
            decorator(cursor);
        } else if (first.kind() == Token.Kind.NAME) {
            assignment(cursor);
        }
    }

    private void assignment(Cursor cursor) {
        Token name = cursor.next();
        boolean annotated = false;
        String target = name.text();
        if (cursor.peek().is(":") && !cursor.peek(1).is("=")) {
            annotated = annotation(cursor);
        } else if (cursor.peek().is(".") || cursor.peek().is("[")) {
            target = member(cursor);
        }
        boolean setting = target.matches(CONSTANT) || annotated || name.column() == 1;
        if (!target.isEmpty() && setting && cursor.take("=")) {
            Value value = new Expressions(file, names, cursor, calls).read();
            Value whole = cursor.peek().is(",") ? new Value.Unknown("it is a tuple without brackets") : value;
            names.put(target, whole);
            settings.read(new Item(new Place(file, name.line(), name.column()), target), whole);
        }
    }

    /** Goes to the equals sign behind a type. */
    private static boolean annotation(Cursor cursor) {
        int depth = 0;
        cursor.next();
        while (!cursor.atEnd() && !(depth == 0 && cursor.peek().is("="))) {
            Token token = cursor.next();
            depth += token.is("[") || token.is("(") ? 1 : token.is("]") || token.is(")") ? -1 : 0;
        }
        return !cursor.atEnd();
    }

    /** Returns the name in {@code app.config["NAME"]} or {@code app.conf.name}. */
    private static String member(Cursor cursor) {
        String last = "";
        while (cursor.peek().is(".") || cursor.peek().is("[")) {
            boolean index = cursor.next().is("[");
            Token token = cursor.next();
            boolean fits = token.kind() == (index ? Token.Kind.STRING : Token.Kind.NAME);
            if (!fits || index && !cursor.take("]")) {
                return "";
            }
            last = token.text();
        }
        return last;
    }

    /** Tells of limits that stand at a route: {@code @limiter.limit("5/minute")}. */
    private void decorator(Cursor cursor) {
        Token at = cursor.next();
        StringBuilder path = new StringBuilder();
        while (cursor.peek().kind() == Token.Kind.NAME || cursor.peek().is(".")) {
            path.append(cursor.next().text());
        }
        if (path.toString()
                .matches(
                        "(\\w+\\.)*\\w*limiter\\.(limit|shared_limit)|(\\w+\\.)*(ratelimit|rate_limit|cached?|cache_page)")) {
            settings.decorator(new Item(new Place(file, at.line(), at.column()), "@" + path));
        }
    }
}
