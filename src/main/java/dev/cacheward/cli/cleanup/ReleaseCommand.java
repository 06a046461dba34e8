package dev.cacheward.cli.cleanup;

import dev.cacheward.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine.Command;

/** The cleanup under its name of an earlier version, which still works with a warning. */
@Command(name = "release", hidden = true)
public final class ReleaseCommand extends CleanupCommand {
    /** @param terminal whose environment has the settings */
    public ReleaseCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    List<String> warnings() {
        return List.of(
                "release is the old name of the command cleanup, which is the only one that a later version knows."
                        + " Use that.");
    }
}
