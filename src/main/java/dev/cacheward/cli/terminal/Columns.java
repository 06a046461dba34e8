package dev.cacheward.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how wide a window is. Java has no call for it, so the system's {@code stty} is asked. */
final class Columns {
    private static final int MOST_MILLIS = 500;
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\s*\\d{1,5} (\\d{1,5})\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private Columns() {}

    /** Returns a number above 0; empty if the text is none. */
    static OptionalInt parse(String text) {
        return NUMBER.matcher(text).matches() ? positive(text) : OptionalInt.empty();
    }

    /** Returns the columns of the window of this process; empty without a window, or without {@code stty}. */
    static OptionalInt ofWindow() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(MOST_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroy();
                return OptionalInt.empty();
            }
            return fromStty(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unknown) {
            return OptionalInt.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** @param answer such as {@code 24 80}; a window without a size is {@code 0 0} */
    static OptionalInt fromStty(String answer) {
        Matcher size = ROWS_AND_COLUMNS.matcher(answer);
        return size.matches() ? positive(size.group(1)) : OptionalInt.empty();
    }

    private static OptionalInt positive(String digits) {
        int number = Integer.parseInt(digits);
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
