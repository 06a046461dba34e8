package dev.cacheward.cli.diff;

import dev.cacheward.cli.cluster.ClusterOptions;
import dev.cacheward.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads what is to be compared. */
@Command(
        name = "diff",
        description = {
            "Says what kubectl apply of these files would change in the cluster, and what it costs: told to the running server, resized"
                    + " in place, a warm or a cold roll, restarts of applications. Nothing is changed; no value of a Secret is shown."
        },
        exitCodeList = {
            "0:nothing would change",
            "1:something would change",
            "2:an edit is refused, or something could not be read"
        })
public final class DiffCommand implements Callable<Integer> {
    private final Terminal terminal;

    /** The form of the result. */
    public enum Output {
        /** For a person. */
        text,
        /** For a program; its shape is in diagnose.md. */
        json
    }

    @Mixin
    private ClusterOptions cluster;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "YAML or JSON files, or folders of them; - is the standard input. Other kinds in them are left out.")
    private List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
            defaultValue = "text")
    private Output output;

    /** @param terminal where the differences are printed */
    public DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new DiffRun(terminal, cluster).run(files, output == Output.json);
    }
}
