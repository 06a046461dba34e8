package dev.cacheward.cli.check.result;

import java.util.Locale;

/** How bad a finding is. */
public enum Level {
    /** The API server or the operator refuses the resource. */
    ERROR,
    /** The resource works, but perhaps not as its author thinks. */
    WARNING;

    /** Returns the word for it, which is also that of SARIF. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
