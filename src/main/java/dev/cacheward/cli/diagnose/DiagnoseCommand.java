package dev.cacheward.cli.diagnose;

import dev.cacheward.cli.cluster.ClusterOptions;
import dev.cacheward.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads what a diagnosis is to look at. */
@Command(
        name = "diagnose",
        description = {
            "Looks at a CacheProfile now, with your own rights: what is wrong and what to do, memory, hit rate, slow commands, big"
                    + " keys, keys that never expire. No operator need run. The one thing that is written are the keys of the check,"
                    + " which it deletes."
        },
        exitCodeList = {"0:nothing is wrong", "1:there are findings", "2:wrong arguments, or no profile could be read"})
public final class DiagnoseCommand implements Callable<Integer> {
    private final Terminal terminal;

    /** The form of the result. */
    public enum Output {
        /** A page for a person. */
        text,
        /** The same for a program; its shape is in diagnose.md. */
        json
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(paramLabel = "[NAMESPACE/]NAME", description = "The CacheProfile.")
    private String profile;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
            defaultValue = "text")
    private Output output;

    @Option(
            names = "--keys",
            paramLabel = "NUMBER",
            description =
                    "How many keys to sample, 0 to 100000; default: ${DEFAULT-VALUE}. At most 2500 are looked at in a second.",
            defaultValue = "1000")
    private int keys;

    /** @param terminal where the page is printed */
    public DiagnoseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (keys < 0 || keys > 100_000) {
            throw new ParameterException(spec.commandLine(), "--keys is " + keys + "; allowed are 0 to 100000.");
        }
        String[] parts = profile.split("/", -1);
        if (parts.length > 2 || profile.isBlank() || parts[parts.length - 1].isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + profile + "\" is no name of a profile: write NAME or NAMESPACE/NAME.");
        }
        return new DiagnoseRun(terminal, cluster).run(parts, output == Output.json, keys);
    }
}
