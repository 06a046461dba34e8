package dev.cacheward.cli.cleanup;

import dev.cacheward.cli.settings.CommandSettings;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.runtime.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Reads what a cleanup is to do. It logs as the operator does, since the chart runs it as a Job. */
@Command(
        name = "cleanup",
        description = {
            "Takes merged keys out of other people's ConfigMaps and takes the finalizers off, so that profiles and policies can be"
                    + " deleted when no operator runs any more. Their Ready then says that nobody looks after them."
        },
        exitCodeList = {
            "0:all is removed",
            "1:something had to stay, which the log names",
            "2:wrong arguments or settings"
        })
public class CleanupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "DEPLOYMENT",
            description = "Deployment of the operator in CACHEWARD_NAMESPACE, which is stopped first.")
    private String deployment;

    /** @param terminal whose environment has the settings */
    public CleanupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Settings> settings = CommandSettings.read(terminal).apply(warnings());
        return settings.map(
                        known -> Cleanup.run(known, Optional.ofNullable(deployment)) ? ExitCode.OK : ExitCode.SOFTWARE)
                .orElse(ExitCode.USAGE);
    }

    /** Returns the lines that are logged first. */
    List<String> warnings() {
        return List.of();
    }
}
