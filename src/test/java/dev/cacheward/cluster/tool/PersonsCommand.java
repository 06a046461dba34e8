package dev.cacheward.cluster.tool;

import dev.cacheward.cli.diagnose.DiagnoseCommand;
import dev.cacheward.cli.diff.DiffCommand;
import dev.cacheward.cli.terminal.TestTerminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A command that was called.
 *
 * @param code its exit code
 */
record PersonsCommand(int code, String out, String err) {
    /** Diagnoses a profile, by port-forward. */
    static PersonsCommand diagnose(String kubeconfig, String profile, String... more) {
        TestTerminal terminal = TestTerminal.create();
        return run(terminal, new DiagnoseCommand(terminal.terminal()), kubeconfig, profile, List.of(more));
    }

    /** Compares what is on the standard input with the cluster. */
    static PersonsCommand diff(String kubeconfig, String namespace, String yaml) {
        TestTerminal terminal = TestTerminal.reading(yaml);
        return run(terminal, new DiffCommand(terminal.terminal()), kubeconfig, "-", List.of("-n", namespace));
    }

    private static PersonsCommand run(
            TestTerminal terminal, Callable<Integer> command, String kubeconfig, String first, List<String> more) {
        List<String> arguments = Stream.concat(
                        Stream.of(first, "--kubeconfig", kubeconfig, "--connect", "forward"), more.stream())
                .toList();
        int code = new CommandLine(command).execute(arguments.toArray(String[]::new));
        return new PersonsCommand(code, terminal.out(), terminal.err());
    }
}
