package dev.cacheward.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The interpreter that {@code CACHEWARD_TEST_PYTHON} names, else {@code python3}, for what only a client in Python can show. */
public final class Python {
    private static final String VARIABLE = "CACHEWARD_TEST_PYTHON";
    private static final String HOW = "; get them by python3 -m venv target/python && target/python/bin/pip install"
            + " -r examples/convoinsight/app/requirements.txt, and set " + VARIABLE + "=target/python/bin/python";
    private static final String MISSING =
            "import importlib.util as u, sys; print(*[m for m in sys.argv[1:] if u.find_spec(m) is None], sep=', ')";

    private final String interpreter;

    private Python(String interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * One that has these modules. Where it lacks some, or where there is none, the calling test is skipped with a word, and fails
     * where the environment says {@code CI=true}.
     */
    public static Python with(String... modules) {
        Python python = new Python(named());
        Optional<String> lack = python.lack(modules);
        if (lack.isPresent() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(lack.get() + HOW + "; CI must not skip a test");
        }
        lack.ifPresent(words -> System.err.println("SKIPPED: " + words + HOW));
        Assumptions.assumeTrue(lack.isEmpty(), () -> lack.get() + HOW);
        return python;
    }

    /** A path is made absolute, since programs are started in other folders; a bare name is one on PATH. */
    private static String named() {
        String name = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(value -> !value.isBlank())
                .orElse("python3");
        return name.contains("/") ? Path.of(name).toAbsolutePath().toString() : name;
    }

    private Optional<String> lack(String... modules) {
        try {
            String missing = run(
                    Stream.concat(Stream.of("-c", MISSING), Stream.of(modules)).toArray(String[]::new));
            return Optional.of(interpreter + " lacks " + missing).filter(words -> !missing.isEmpty());
        } catch (UncheckedIOException noProgram) {
            return Optional.of("there is no " + interpreter + " for the modules " + String.join(", ", modules));
        }
    }

    /** What a short program says, on both outputs, until its end. */
    public String run(String... arguments) {
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts uvicorn with the application {@code main:app} on a free port of the loopback interface.
     *
     * @param folder where {@code main.py} is; nothing is written there
     * @param environment as of a pod: but for PATH, nothing of this process' own is passed on
     */
    public WebServer serve(Path folder, Map<String, String> environment) {
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.putIfAbsent("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
        variables.put("PYTHONDONTWRITEBYTECODE", "1");
        return WebServer.start(
                command("-m", "uvicorn", "main:app", "--host", "127.0.0.1", "--port", "0"), variables, folder);
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(interpreter));
        command.addAll(List.of(arguments));
        return command;
    }
}
