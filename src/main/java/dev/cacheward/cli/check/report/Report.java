package dev.cacheward.cli.check.report;

import dev.cacheward.cli.check.result.CheckResult;

/** Writes the result of a check to the standard output. */
public interface Report {
    /** Writes all of it. */
    void write(CheckResult result);
}
