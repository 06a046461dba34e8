package dev.cacheward.cli.check;

import dev.cacheward.cli.check.report.OutputFormat;
import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Level;
import dev.cacheward.cli.manifest.ManifestFiles;
import dev.cacheward.cli.manifest.Reading;
import dev.cacheward.cli.settings.CommandSettings;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks manifests without a cluster. */
@Command(
        name = "check",
        description = {
            "Checks manifests without a cluster: by the schema and the rules of the CRDs, in the words of the API server, and by the"
                    + " operator's own rules.%n",
            "The operator's settings count here, too: CACHEWARD_TTL_MAX refuses what the operator would refuse.%n"
        },
        exitCodeList = {
            "0:all resources are valid",
            "1:at least one is invalid, or, with --strict, has a warning",
            "2:wrong arguments or settings, or a file that cannot be read"
        })
public final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "A file of YAML or JSON with one or more objects; a folder, of which and below which all *.yaml, *.yml and"
                            + " *.json are read; or - for the standard input. Objects of other kinds are ignored.")
    private List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the result is written: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output;

    @Option(names = "--strict", description = "Warnings count as errors for the exit code.")
    private boolean strict;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "Namespace of manifests that name none. Default: ${DEFAULT-VALUE}.")
    private String namespace;

    /** @param terminal where the result is written */
    public CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return CommandSettings.read(terminal)
                .quietly()
                .map(settings -> {
                    Reading reading = ManifestFiles.read(files, terminal);
                    CheckResult result = ManifestCheck.check(reading, settings, namespace);
                    output.report(terminal, strict).write(result);
                    return code(reading, result);
                })
                .orElse(ExitCode.USAGE);
    }

    private int code(Reading reading, CheckResult result) {
        if (!reading.unreadable().isEmpty()) {
            reading.unreadable().forEach(why -> terminal.err().println(terminal.paint(Style.BAD, why)));
            return ExitCode.USAGE;
        }
        return result.count(Level.ERROR) > 0 || strict && result.count(Level.WARNING) > 0
                ? ExitCode.SOFTWARE
                : ExitCode.OK;
    }
}
