package dev.cacheward.cli;

import dev.cacheward.cli.check.CheckCommand;
import dev.cacheward.cli.cleanup.CleanupCommand;
import dev.cacheward.cli.cleanup.ReleaseCommand;
import dev.cacheward.cli.diagnose.DiagnoseCommand;
import dev.cacheward.cli.diff.DiffCommand;
import dev.cacheward.cli.imports.ImportCommand;
import dev.cacheward.cli.render.RenderCommand;
import dev.cacheward.cli.settings.SettingsCommand;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.runtime.StartException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole. Exit codes are the same for all commands: 0 all is well, 1 something was found or failed, 2 the
 * command was called wrongly.
 */
final class CommandLineTool {
    /** The launcher sets it to how the command was called, for the help. */
    private static final String NAME_VARIABLE = "CACHEWARD_COMMAND_NAME";

    /** The command of picocli's own. */
    private static final String COMPLETION = "generate-completion";

    private final Terminal terminal;
    private final CommandLine root;

    private CommandLineTool(Terminal terminal) {
        this.terminal = terminal;
        this.root = new CommandLine(new RootCommand());
    }

    /** Makes the command line with all its commands. */
    static CommandLineTool of(Terminal terminal) {
        CommandLineTool tool = new CommandLineTool(terminal);
        tool.addCommands();
        tool.setUp();
        return tool;
    }

    /**
     * Each command is one line here. Commands are made at every start, so their fields and signatures name no type that is slow to
     * load.
     */
    private void addCommands() {
        root.addSubcommand(new ImportCommand(terminal));
        root.addSubcommand(new CheckCommand(terminal));
        root.addSubcommand(new RenderCommand(terminal));
        root.addSubcommand(new DiffCommand(terminal));
        root.addSubcommand(new DiagnoseCommand(terminal));
        root.addSubcommand(new CleanupCommand(terminal));
        root.addSubcommand(new ReleaseCommand(terminal));
        root.addSubcommand(new SettingsCommand(terminal));
        root.addSubcommand(new HelpCommand());
        root.addSubcommand(new GenerateCompletion());
        root.addSubcommand(new CompleteCommand(terminal, root.getCommandSpec()));
    }

    private void setUp() {
        root.setCommandName(terminal.environment().getOrDefault(NAME_VARIABLE, "cacheward"));
        root.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
        root.setExecutionStrategy(this::run);
        root.setParameterExceptionHandler((wrong, args) -> refuse(wrong));
        root.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        // In an annotation it would stand below the help of each command, too.
        root.getCommandSpec()
                .usageMessage()
                .footer("%nEnvironment variables set up the operator: " + root.getCommandName()
                        + " settings lists them.");
    }

    int execute(String... args) {
        if (List.of(args).contains(COMPLETION)) {
            // A shell completes one word, and kubectl its plugins by itself.
            root.setCommandName(root.getCommandName().replaceFirst("^.* ", ""));
        }
        return root.execute(args);
    }

    /** Asks for the width of the window only if help is printed. */
    private int run(ParseResult parsed) {
        boolean help = parsed.asCommandLineList().stream()
                .anyMatch(command -> command.isUsageHelpRequested()
                        || command.getCommandSpec().helpCommand());
        if (help) {
            root.setUsageHelpWidth(terminal.width());
        }
        return new RunLast().execute(parsed);
    }

    private int refuse(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(terminal.paint(Style.BAD, wrong.getMessage()));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.print(command.getHelp().fullSynopsis());
        if (command == root) {
            err.println("Commands: " + commands());
        }
        err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private String commands() {
        return root.getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** What a person or the cluster did is told in a line; anything else is a fault of ours, and is thrown on with its stack. */
    private int fail(Exception failure) throws Exception {
        if (failure instanceof StartException || failure instanceof KubernetesClientException) {
            terminal.err().println(terminal.paint(Style.BAD, failure.getMessage()));
            return ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
