package dev.cacheward.cli.check.result;

import java.util.List;

/**
 * The result of a check.
 *
 * @param files all that were read
 * @param resources that were checked, each with its file
 * @param foreign how many objects are of kinds that are not ours
 * @param findings in the order of the files, and by line
 */
public record CheckResult(List<String> files, List<Checked> resources, int foreign, List<Finding> findings) {
    /** Keeps copies. */
    public CheckResult {
        files = List.copyOf(files);
        resources = List.copyOf(resources);
        findings = List.copyOf(findings);
    }

    /**
     * A resource that was checked.
     *
     * @param name such as {@code CacheProfile shop}
     */
    public record Checked(String file, String name) {}

    /** Returns how many findings are of a level. */
    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
