package dev.cacheward.cli.imports.python;

import java.util.List;

/** Goes through the tokens of one statement. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    /** @param tokens end with a token of kind END */
    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** Goes on if the next token is this operator. */
    boolean take(String operator) {
        boolean found = peek().is(operator);
        if (found) {
            at++;
        }
        return found;
    }

    /** Goes on to the end of an element: a comma, a colon or a closing bracket of this level, or the statement's end. */
    void skip() {
        int depth = 0;
        while (!atEnd()) {
            String text = peek().kind() == Token.Kind.OPERATOR ? peek().text() : "";
            if (depth == 0 && isBorder(text)) {
                return;
            }
            if (!text.isEmpty() && "([{".contains(text)) {
                depth++;
            } else if (!text.isEmpty() && ")]}".contains(text)) {
                depth--;
            }
            at++;
        }
    }

    /** Goes on behind a comma, or behind what stands in its place; not behind the closing bracket. */
    void separator(String close) {
        if (!take(",") && !peek().is(close)) {
            next();
        }
    }

    /** Goes on behind the bracket that closes the one that is next. */
    void skipGroup() {
        next();
        skip();
        while (take(",") || take(":")) {
            skip();
        }
        next();
    }

    /** Takes {@code .name} as often as it follows. */
    String members() {
        StringBuilder path = new StringBuilder();
        while (peek().is(".") && peek(1).kind() == Token.Kind.NAME) {
            path.append(next().text()).append(next().text());
        }
        return path.toString();
    }

    /** Whether an element ends here. */
    boolean atBorder() {
        return atEnd() || peek().kind() == Token.Kind.OPERATOR && isBorder(peek().text());
    }

    private static boolean isBorder(String operator) {
        return !operator.isEmpty() && ",:)]}".contains(operator);
    }
}
