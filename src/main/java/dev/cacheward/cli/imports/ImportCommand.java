package dev.cacheward.cli.imports;

import dev.cacheward.cli.imports.report.ReportText;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.validation.ResourceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the resources that say what files say which exist. */
@Command(
        name = "import",
        description = {
            "Reads a redis.conf, a docker-compose.yml, a .env, the values of a Helm chart or the settings of a Python"
                    + " application, or several of them, and writes a CacheProfile and a RateLimitPolicy.%n",
            "Tells of every setting that it could not take over, and why. No password is written."
        },
        exitCodeList = {
            "0:the resources were written; see the report for what is not in them",
            "1:a file could not be read, and nothing was written",
            "2:the command was called wrongly"
        })
public final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files that belong together. Where two say different things, the later one counts.")
    private List<Path> files;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "Name of the resources. Default: that of the first file's folder.")
    private String name;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "What the files are: redis.conf, docker-compose, env, helm-values or python. Default: as their names"
                            + " and contents say.")
    private String format;

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "The service of a Compose file that runs the Redis. Default: the first one that does.")
    private String service;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the resources are written. Default: the standard output.")
    private Path output;

    @Option(names = "--all", description = "Tell also of the settings that were taken over.")
    private boolean all;

    /** @param terminal that the result and the report are written to */
    public ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Format> given = given();
        String resource = name();
        Importer importer = new Importer(Optional.ofNullable(service));
        for (Path file : files) {
            Optional<String> failure = read(importer, file, given);
            if (failure.isPresent()) {
                return failed(failure.get());
            }
        }
        Importer.Result result = importer.finish(resource);
        if (!write(result.yaml())) {
            return ExitCode.SOFTWARE;
        }
        terminal.err().print(ReportText.of(result.ledger(), all));
        return ExitCode.OK;
    }

    private Optional<Format> given() {
        List<String> known = new ArrayList<>();
        for (Format each : Format.values()) {
            known.add(each.toString());
            if (each.toString().equals(format)) {
                return Optional.of(each);
            }
        }
        if (format != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--format " + format + " is not known: allowed are " + String.join(", ", known) + ".");
        }
        return Optional.empty();
    }

    private String name() {
        if (name != null && !ResourceName.check(name).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--name " + ResourceName.check(name).get(0).message() + ".");
        }
        return Optional.ofNullable(name).orElseGet(this::folder);
    }

    private String folder() {
        String folder = Optional.ofNullable(
                        files.get(0).toAbsolutePath().normalize().getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String cut = folder.substring(0, Math.min(folder.length(), 40)).replaceAll("-+$", "");
        return ResourceName.check(cut).isEmpty() ? cut : "imported";
    }

    private Optional<String> read(Importer importer, Path file, Optional<Format> given) {
        Folder folder = Folder.of(file);
        String shown = file.toString();
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        Optional<String> text = folder.read(name);
        if (text.isEmpty()) {
            return Optional.of(shown + ": " + folder.whyUnreadable(name));
        }
        Optional<Format> kind = given.or(() -> Format.of(shown, text.get()));
        return kind.isEmpty()
                ? Optional.of(shown + ": what this file is cannot be told by its name and contents; say it by --format")
                : importer.read(new Importer.Source(shown, text.get(), folder::read), kind.get());
    }

    private int failed(String message) {
        terminal.err().println(terminal.paint(Style.BAD, message));
        return ExitCode.SOFTWARE;
    }

    private boolean write(String yaml) {
        if (output == null) {
            terminal.out().print(yaml);
            terminal.out().flush();
            return true;
        }
        try {
            Files.writeString(output, yaml);
            return true;
        } catch (IOException e) {
            failed(output + ": cannot be written (" + e.getClass().getSimpleName() + ")");
            return false;
        }
    }
}
