package dev.cacheward.cli.imports.python;

/**
 * A piece of a Python file.
 *
 * @param text a name, a number, the value of a string, or an operator
 * @param line from 1
 * @param column from 1
 */
record Token(Kind kind, String text, int line, int column) {
    /** What a token is. */
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        /** A string with expressions in it. */
        TEMPLATE,
        OPERATOR,
        /** The end of a statement. */
        END
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
