package dev.cacheward.playground;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of at most 100 columns, each event with the seconds since the start; plain text, so that it can be piped. */
final class Screen {
    static final int WIDTH = 100;
    private static final int MARGIN = 20;

    private final PrintStream out;
    private final long start = System.nanoTime();
    private int looks;

    Screen(PrintStream out) {
        this.out = out;
    }

    /** Something happened. */
    synchronized void event(String what, String text) {
        looks = 0;
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        String time = String.format(Locale.ROOT, "%6.1fs", since.toMillis() / 1000.0);
        List<String> lines = wrap(text, WIDTH - MARGIN);
        out.printf(Locale.ROOT, "%s  %-9s  %s%n", time, what, lines.get(0));
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(MARGIN) + line));
        out.flush();
    }

    /** How many times this was asked since the last event. */
    synchronized int looksSinceEvent() {
        return looks++;
    }

    /** What belongs to the last event. */
    synchronized void details(List<String> lines) {
        lines.forEach(line -> out.println(" ".repeat(MARGIN) + line));
        out.flush();
    }

    /** Prose. */
    synchronized void say(String text) {
        wrap(text, WIDTH).forEach(out::println);
        out.flush();
    }

    /** Breaks at spaces, but no line that is indented; a word that is longer than a line, such as a URL to copy, stays whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            if (paragraph.startsWith(" ")) {
                lines.add(paragraph);
                continue;
            }
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
