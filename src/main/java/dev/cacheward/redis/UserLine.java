package dev.cacheward.redis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A line of an ACL file, or of an answer to ACL LIST. Which rules amount to the same only a server knows.
 *
 * @param flags whether the user is switched on, and the like
 * @param hashes of its passwords
 * @param rules the words for keys, channels, commands and selectors, in their order
 */
public record UserLine(String name, Set<String> flags, Set<String> hashes, List<String> rules) {
    /** Switches a user on. */
    public static final String ON = "on";

    /** Lets a user in with any password. */
    public static final String NOPASS = "nopass";

    private static final String UNCHECKED = "skip-sanitize-payload";
    private static final String RESET = "reset";
    private static final Set<String> FLAGS = Set.of(ON, "off", NOPASS, "sanitize-payload", UNCHECKED);

    /** Keeps copies. */
    public UserLine {
        flags = Set.copyOf(flags);
        hashes = Set.copyOf(hashes);
        rules = List.copyOf(rules);
    }

    /** Reads a line that begins with the word "user" and a name. */
    public static UserLine parse(String line) {
        List<String> words = Arrays.asList(line.strip().split(" "));
        List<String> rules = words.stream()
                .skip(2)
                .filter(word -> !word.isEmpty() && !word.equals(RESET))
                .toList();
        return new UserLine(
                words.size() > 1 ? words.get(1) : "",
                rules.stream().filter(FLAGS::contains).collect(Collectors.toCollection(TreeSet::new)),
                rules.stream().filter(UserLine::isHash).collect(Collectors.toCollection(TreeSet::new)),
                rules.stream()
                        .filter(word -> !FLAGS.contains(word) && !isHash(word))
                        .toList());
    }

    private static boolean isHash(String word) {
        return word.startsWith("#");
    }

    public boolean isOn() {
        return flags.contains(ON);
    }

    /** Whether the server checks what the user restores. Some servers do so without saying it. */
    public boolean isChecked() {
        return !flags.contains(UNCHECKED);
    }

    /** Returns the rules without the selectors. */
    public List<String> base() {
        return rules.stream().takeWhile(word -> !word.startsWith("(")).toList();
    }

    /** Returns the words of the selectors, which are further rules that each count by themselves. */
    public List<String> selectors() {
        return rules.stream().dropWhile(word -> !word.startsWith("(")).toList();
    }

    /** Returns the same rules of another user. */
    public UserLine named(String other) {
        return new UserLine(other, flags, hashes, rules);
    }

    /** Leaves out the hashes. */
    @Override
    public String toString() {
        return "UserLine[" + name + "]";
    }
}
