package dev.cacheward.proof;

import java.util.Objects;

/** The lines of one case. A line is printed at once. */
final class Checks {
    private final Case proven;
    private boolean wrong;
    private int lines;

    Checks(Case proven) {
        this.proven = proven;
    }

    void same(String what, Object expected, Object got) {
        say(Objects.equals(expected, got), what + " " + got, expected, got);
    }

    /** A bucket refills while the requests arrive, so a slow machine may see a few more. */
    void between(String what, long least, long most, long got) {
        String expected = least == most ? "" + least : least + " to " + most;
        say(least <= got && got <= most, what + " " + got, expected, got);
    }

    void failed(Throwable problem) {
        say(false, "", "no exception", problem);
    }

    boolean wrong() {
        return wrong || lines == 0;
    }

    private void say(boolean right, String seen, Object expected, Object got) {
        lines++;
        wrong |= !right;
        String title = proven.title() + ": ";
        System.out.println(
                right
                        ? "ok " + title + seen
                        : "WRONG " + title + "expected " + expected + ", got " + got + " (" + seen + ")");
    }
}
