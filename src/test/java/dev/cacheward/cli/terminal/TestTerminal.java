package dev.cacheward.cli.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A terminal that keeps what a command writes. Nobody sees it, so there is no colour and the width is 80 columns. */
public final class TestTerminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    private TestTerminal(String in, Map<String, String> environment, boolean screen) {
        this.terminal = new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                screen);
    }

    /** One with an empty environment and nothing on the standard input. */
    public static TestTerminal create() {
        return with(Map.of());
    }

    /** One with these variables. */
    public static TestTerminal with(Map<String, String> environment) {
        return new TestTerminal("", environment, false);
    }

    /** One whose standard input is this text. */
    public static TestTerminal reading(String in) {
        return reading(in, Map.of());
    }

    /** One whose standard input is this text, with these variables. */
    public static TestTerminal reading(String in, Map<String, String> environment) {
        return new TestTerminal(in, environment, false);
    }

    /** One that a person sees. The environment has to hold {@code COLUMNS}, since there is no window. */
    public static TestTerminal screen(Map<String, String> environment) {
        return new TestTerminal("", environment, true);
    }

    /** What the command is given. */
    public Terminal terminal() {
        return terminal;
    }

    /** What it wrote to the standard output. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What it wrote to the standard error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
