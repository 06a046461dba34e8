package dev.cacheward.cli.imports.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a command line into words as a shell does; operators such as {@code &&} are words of their own. */
final class ShellWords {
    private final String text;
    private final boolean operators;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean open;
    private int at;

    private ShellWords(String text, boolean operators) {
        this.text = text;
        this.operators = operators;
    }

    /**
     * Returns the words; empty if a quote is not closed.
     *
     * @param operators whether {@code ; & | < > ( )} and line breaks end a word; Compose itself knows none
     */
    static Optional<List<String>> of(String text, boolean operators) {
        return new ShellWords(text, operators).split();
    }

    private Optional<List<String>> split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                if (!quoted(c)) {
                    return Optional.empty();
                }
            } else if (c == '\\' && at + 1 < text.length()) {
                escaped();
            } else if (operators && ";&|<>()\n".indexOf(c) >= 0) {
                operator(c);
            } else if (Character.isWhitespace(c)) {
                end();
                at++;
            } else {
                add(c);
                at++;
            }
        }
        end();
        return Optional.of(words);
    }

    private void add(char c) {
        word.append(c);
        open = true;
    }

    private void end() {
        if (open) {
            words.add(word.toString());
            word.setLength(0);
            open = false;
        }
    }

    private void operator(char c) {
        end();
        boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
        words.add(twice ? "" + c + c : c == '\n' ? ";" : String.valueOf(c));
        at += twice ? 2 : 1;
    }

    /** A line break behind a backslash is nothing. */
    private void escaped() {
        if (text.charAt(at + 1) != '\n') {
            add(text.charAt(at + 1));
        }
        at += 2;
    }

    private boolean quoted(char quote) {
        int end = at + 1;
        open = true;
        while (end < text.length() && text.charAt(end) != quote) {
            if (quote == '"' && text.charAt(end) == '\\' && end + 1 < text.length()) {
                end++;
            }
            if (!(text.charAt(end) == '\n' && text.charAt(end - 1) == '\\' && quote == '"')) {
                word.append(text.charAt(end));
            }
            end++;
        }
        at = end + 1;
        return end < text.length();
    }
}
