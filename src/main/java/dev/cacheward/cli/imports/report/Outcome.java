package dev.cacheward.cli.imports.report;

/** What becomes of a setting. Each setting of a file has exactly one outcome. */
public enum Outcome {
    /** A field of the resources says the same. */
    TAKEN("taken over"),
    /** A field says something close to it. */
    CHANGED("taken over in another form"),
    /** The operator sees to it, or it says what holds anyway. */
    OURS("done by the operator, or the same without it"),
    /** No field says it. */
    LEFT("not taken over");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** Returns the outcome in words for a person. */
    public String words() {
        return words;
    }
}
