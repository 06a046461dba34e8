package dev.cacheward.redis.conf;

/** Measures how different two names are. */
final class EditDistance {
    private static final int LONGEST = 64;

    private EditDistance() {}

    /** Returns Levenshtein's distance; if a name is longer than 64 chars, just the length of the longer one. */
    static int distance(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST) {
            return Math.max(a.length(), b.length());
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row = next(row, a.charAt(i - 1), b);
        }
        return row[b.length()];
    }

    private static int[] next(int[] above, char c, String b) {
        int[] row = new int[above.length];
        row[0] = above[0] + 1;
        for (int j = 1; j < row.length; j++) {
            int replaced = above[j - 1] + (c == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        }
        return row;
    }
}
