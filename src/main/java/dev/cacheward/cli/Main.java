package dev.cacheward.cli;

import dev.cacheward.operator.OperatorProcess;
import dev.cacheward.runtime.Logging;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.StartException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry point of the process. Each command has a class of its own. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /**
     * @param args empty runs the operator; {@code --help} lists the settings; {@code cleanup} removes what keeps resources from
     *     being deleted
     */
    public static void main(String[] args) {
        try {
            run(Command.parse(List.of(args), System.getenv()));
        } catch (StartException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(Command command) {
        if (command instanceof Command.Work work) {
            prepare(work);
        }
        if (command instanceof Command.Run run) {
            OperatorProcess.run(run.settings());
        } else if (command instanceof Command.Cleanup cleanup) {
            CleanupCommand.run(cleanup.settings(), cleanup.deployment());
        } else if (command instanceof Command.Wrong wrong) {
            wrong.complaints().forEach(System.err::println);
            System.exit(2);
        } else {
            System.out.print(Settings.help());
        }
    }

    /** Sets up the log as the settings say, and then logs the warnings as its first lines. */
    static void prepare(Command.Work work) {
        Settings settings = work.settings();
        Logging.apply(settings.log().level(), settings.log().format());
        work.warnings().forEach(LOG::warn);
    }
}
