package dev.cacheward.cli.check.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that somebody meant. */
public final class Nearest {
    private Nearest() {}

    /** Returns a sentence that names the nearest word, or all that there are if none is near. */
    public static String hint(String written, Collection<String> allowed) {
        return of(written, allowed)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "allowed are " + allowed.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** Returns the word that differs least, if a third of the letters or fewer differ; case does not count. */
    public static Optional<String> of(String written, Collection<String> allowed) {
        String lower = written.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .sorted()
                .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT))))
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= Math.max(1, (word.length() + 1) / 3));
    }

    /** The edit distance with swaps of neighbours (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cheapest(int[][] costs, String one, String other, int i, int j) {
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(costs[i - 1][j - 1] + changed, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
