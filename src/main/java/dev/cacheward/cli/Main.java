package dev.cacheward.cli;

import dev.cacheward.operator.OperatorProcess;
import dev.cacheward.runtime.Settings;
import java.util.List;

/** The way in: what the process was started for is done by a class of its own. */
public final class Main {
    private Main() {}

    /** @param args nothing; {@code --help} lists the settings; {@code release} takes back what keeps resources from going */
    public static void main(String[] args) {
        Command command = Command.parse(List.of(args), System.getenv());
        if (command instanceof Command.Run run) {
            OperatorProcess.run(run.settings());
        } else if (command instanceof Command.Release release) {
            CleanupCommand.run(release.settings(), release.deployment());
        } else if (command instanceof Command.Wrong wrong) {
            wrong.complaints().forEach(System.err::println);
            System.exit(2);
        } else {
            System.out.print(Settings.help());
        }
    }
}
