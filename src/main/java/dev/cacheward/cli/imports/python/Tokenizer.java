package dev.cacheward.cli.imports.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a Python file into tokens. What is no Python becomes operators of one character. */
final class Tokenizer {
    private static final Pattern BLANK = Pattern.compile("(?:[ \\t\\f\\r]|\\\\\\r?\\n|#[^\\n]*)+");
    private static final Pattern STRING =
            Pattern.compile("(?i)(?<prefix>r|b|f|u|br|rb|fr|rf)?(?<quote>'''|\"\"\"|'|\")");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER =
            Pattern.compile("0[xXoObB][0-9a-fA-F_]+|(?:[0-9][0-9_]*)?\\.?[0-9][0-9_]*\\.?(?:[eE][+-]?[0-9]+)?");

    private static final Pattern OPERATOR =
            Pattern.compile("\\*\\*=?|//=?|>>=?|<<=?|[-+*/%&|^=!<>:]=|->|.", Pattern.DOTALL);

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private int line = 1;
    private int lineStart;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        tokenizer.add(Token.Kind.END, "");
        return tokenizer.tokens;
    }

    private void next() {
        Matcher blank = matcher(BLANK);
        if (blank.lookingAt()) {
            move(blank.end());
        } else if (text.charAt(at) == '\n' || text.charAt(at) == ';') {
            if (depth == 0) {
                add(Token.Kind.END, "");
            }
            move(at + 1);
        } else if (matcher(STRING).lookingAt()) {
            string(matcher(STRING));
        } else if (!simple(Token.Kind.NAME, NAME) && !simple(Token.Kind.NUMBER, NUMBER)) {
            operator();
        }
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void add(Token.Kind kind, String value) {
        tokens.add(new Token(kind, value, line, at - lineStart + 1));
    }

    private void move(int end) {
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        at = end;
    }

    private boolean simple(Token.Kind kind, Pattern pattern) {
        Matcher matcher = matcher(pattern);
        boolean found = matcher.lookingAt();
        if (found) {
            add(kind, matcher.group());
            move(matcher.end());
        }
        return found;
    }

    private void operator() {
        Matcher matcher = matcher(OPERATOR);
        matcher.lookingAt();
        String operator = matcher.group();
        if ("([{".contains(operator)) {
            depth++;
        } else if (")]}".contains(operator)) {
            depth = Math.max(0, depth - 1);
        }
        add(Token.Kind.OPERATOR, operator);
        move(matcher.end());
    }

    private void string(Matcher begin) {
        begin.lookingAt();
        String prefix =
                begin.group("prefix") == null ? "" : begin.group("prefix").toLowerCase(Locale.ROOT);
        String quote = begin.group("quote");
        int end = begin.end();
        while (end < text.length()
                && !text.startsWith(quote, end)
                && !(quote.length() == 1 && text.charAt(end) == '\n')) {
            end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
        }
        String inner = text.substring(begin.end(), Math.min(end, text.length()));
        boolean template = prefix.contains("f") && inner.replace("{{", "").contains("{");
        add(template ? Token.Kind.TEMPLATE : Token.Kind.STRING, prefix.contains("r") ? inner : unescaped(inner));
        move(Math.min(text.length(), end + (text.startsWith(quote, end) ? quote.length() : 0)));
    }

    private static String unescaped(String text) {
        return text.contains("\\")
                ? text.replace("\\\n", "")
                        .replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\\'", "'")
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\")
                : text;
    }
}
