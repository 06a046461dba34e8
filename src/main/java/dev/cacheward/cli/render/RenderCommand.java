package dev.cacheward.cli.render;

import dev.cacheward.cli.check.ManifestCheck;
import dev.cacheward.cli.check.report.OutputFormat;
import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Level;
import dev.cacheward.cli.manifest.ManifestFiles;
import dev.cacheward.cli.manifest.Reading;
import dev.cacheward.cli.settings.CommandSettings;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.runtime.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the operator would make. */
@Command(
        name = "render",
        description = {
            "Prints everything that the operator would make of manifests in an empty namespace, as YAML, without a cluster. Secrets"
                    + " have <redacted> for values. It is to be read and compared, not to be applied: the uid in its owner"
                    + " references is a placeholder.%n",
            "The operator's settings count here, too.%n"
        },
        exitCodeList = {
            "0:all is printed",
            "1:a resource is invalid, and nothing is printed",
            "2:wrong arguments or settings, or a file that cannot be read"
        })
public final class RenderCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "A file of YAML or JSON; a folder; or - for the standard input. Objects of other kinds are ignored.")
    private List<String> files;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "Namespace of manifests that name none. Default: ${DEFAULT-VALUE}.")
    private String namespace;

    @Option(
            names = "--set",
            paramLabel = "SETTING=VALUE",
            description =
                    "A setting of the operator, such as CACHEWARD_REDIS_IMAGE=valkey:9; it wins over the environment.")
    private Map<String, String> overrides = new HashMap<>();

    /** @param terminal where the objects are written */
    public RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> environment = new HashMap<>(terminal.environment());
        environment.putAll(overrides);
        return CommandSettings.of(environment, terminal.err())
                .quietly()
                .map(this::render)
                .orElse(ExitCode.USAGE);
    }

    private int render(Settings settings) {
        Reading reading = ManifestFiles.read(files, terminal);
        if (!reading.unreadable().isEmpty()) {
            reading.unreadable().forEach(why -> terminal.err().println(terminal.paint(Style.BAD, why)));
            return ExitCode.USAGE;
        }
        CheckResult result = ManifestCheck.check(reading, settings, namespace);
        if (result.count(Level.ERROR) > 0) {
            OutputFormat.TEXT.report(terminal.toStandardError(), false).write(result);
            return ExitCode.SOFTWARE;
        }
        Redaction yaml = new Redaction();
        for (Rendered rendered : new Rendering(settings, namespace).of(ManifestCheck.ours(reading))) {
            rendered.objects().forEach(item -> terminal.out().print(yaml.document(item)));
            rendered.notes().forEach(note -> terminal.err().println(note));
        }
        return ExitCode.OK;
    }
}
