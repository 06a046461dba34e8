package dev.cacheward.cli;

import dev.cacheward.runtime.BuildInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before the name of a command. */
@Command(
        name = "cacheward",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Cacheward runs Redis for applications and delivers their TTLs and rate limits.%n",
            "Without a command it is the operator: it looks after profiles and policies until it is stopped. It works on the"
                    + " cluster of the current kubeconfig context, or on the one that it runs in.%n"
        },
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something was found or failed", "2:the command was called wrongly"})
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given.");
    }

    /** Tells the version, and the commit where the build knew it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"cacheward " + BuildInfo.read()};
        }
    }
}
