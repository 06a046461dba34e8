package dev.cacheward.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command was called from: its streams and its environment. Both streams are UTF-8, whatever the locale says.
 *
 * @param in the standard input
 * @param out for results alone, so that they can be piped
 * @param err for errors, progress and advice
 * @param environment the variables of the process
 * @param screen whether a person sees {@code out}, so that colour and the width of the window matter
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, boolean screen) {
    /** In columns: that of a text where no window is known. */
    static final int DEFAULT_WIDTH = 80;

    /** In columns, as picocli wants at least for its help. */
    private static final int NARROWEST = 55;

    private static final int WIDEST = 200;

    /** Returns the one of this process. */
    public static Terminal real() {
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                // It knows of NO_COLOR, CLICOLOR and pipes, and of the consoles of all JDKs.
                Ansi.AUTO.enabled());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Returns the text in a style if a person sees it in colour, else the text as it is. */
    public String paint(Style style, String text) {
        return colour() ? style.paint(text) : text;
    }

    /** Returns whether colour is wanted. {@code NO_COLOR} (no-color.org) with any text turns it off. */
    public boolean colour() {
        return screen && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Returns the columns of the window, or of {@code COLUMNS}: 55 to 200; 80 if neither is known. */
    public int width() {
        OptionalInt said = Columns.parse(environment.getOrDefault("COLUMNS", ""));
        OptionalInt found = said.isPresent() || !screen ? said : Columns.ofWindow();
        int columns = found.orElse(DEFAULT_WIDTH);
        return Math.max(NARROWEST, Math.min(columns, WIDEST));
    }

    /** Returns the same, but what goes to {@code out} goes to the standard error: a report on why there is no result. */
    public Terminal toStandardError() {
        return new Terminal(in, err, err, environment, screen);
    }

    /** Begins to tell what a long command does, from its third second on. Close it before the result is printed. */
    public Progress progress() {
        return Progress.start(err, screen, Clock.systemUTC());
    }
}
