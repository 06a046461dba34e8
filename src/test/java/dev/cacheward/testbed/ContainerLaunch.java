package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a pod's container into a command of this machine. */
final class ContainerLaunch {
    private static final int REDIS_PORT = 6379;
    private static final String SERVER = "redis-server";
    private static final String TERMINATION_LOG = "/dev/termination-log";

    private final StandInNode machine;
    private final Pod pod;
    private final Container container;
    private final Path folder;
    private PathMap paths = new PathMap(Map.of());

    ContainerLaunch(StandInNode machine, Pod pod) {
        this.machine = machine;
        this.pod = pod;
        this.container = pod.getSpec().getContainers().get(0);
        this.folder = machine.pods().resolve(pod.getMetadata().getUid());
    }

    Path folder() {
        return folder;
    }

    int port() {
        return container.getPorts().stream()
                .findFirst()
                .map(ContainerPort::getContainerPort)
                .orElse(REDIS_PORT);
    }

    /** Where it is asked: at its port for encrypted connections, if it has one. */
    RedisEndpoint endpoint(String podIp) {
        return container.getPorts().stream()
                .filter(port -> "redis-tls".equals(port.getName()))
                .findFirst()
                .map(port -> new RedisEndpoint(podIp, port.getContainerPort(), true))
                .orElseGet(() -> new RedisEndpoint(podIp, port()));
    }

    PodProcess start(String podIp) throws PodNotStartable {
        PodSources sources = new PodSources(machine.client(), pod.getMetadata().getNamespace());
        Volumes volumes = new Volumes(Folders.create(folder.resolve("volumes")), sources, machine.claims());
        paths = volumes.materialise(pod, container, podIp);
        Environment environment = Environment.of(pod, container, podIp, sources);
        return PodProcess.start(
                command(environment, podIp), variables(environment), workingFolder(), folder.resolve("log"));
    }

    private List<String> command(Environment environment, String podIp) {
        List<String> words = Stream.concat(container.getCommand().stream(), container.getArgs().stream())
                .map(environment::expand)
                .map(paths::apply)
                .map(word -> word.replace(TERMINATION_LOG, terminationLog().toString()))
                .toList();
        // The entry point of the Redis images: arguments alone are the server's.
        boolean bare = container.getCommand().isEmpty()
                && (words.isEmpty()
                        || words.get(0).startsWith("-")
                        || words.get(0).endsWith(".conf"));
        List<String> command = new ArrayList<>();
        if (bare || words.get(0).equals(SERVER)) {
            command.add(machine.binaries().resolve(SERVER).toString());
        }
        command.addAll(words.subList(!bare && words.get(0).equals(SERVER) ? 1 : 0, words.size()));
        return PodAddresses.inArguments(command, podIp);
    }

    private Map<String, String> variables(Environment environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        environment.values().forEach((name, value) -> variables.put(name, paths.apply(value)));
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        variables.put("PATH", machine.binaries() + File.pathSeparator + path);
        variables.put("HOME", workingFolder().toString());
        variables.put("HOSTNAME", pod.getMetadata().getName());
        return variables;
    }

    private Path workingFolder() {
        String wanted = Optional.ofNullable(container.getWorkingDir()).orElse("/data");
        return Optional.ofNullable(paths.folder(wanted)).orElseGet(() -> Folders.create(folder.resolve("work")));
    }

    /** As it was mounted: the file that the pod's own probes read. */
    Optional<String> probePassword() {
        return container.getVolumeMounts().stream()
                .map(mount -> paths.folder(mount.getMountPath()))
                .filter(mounted -> mounted != null)
                .map(mounted -> mounted.resolve("probe-password"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(ContainerLaunch::read);
    }

    ContainerStateTerminated end(PodProcess process, String now) {
        return new ContainerStateTerminatedBuilder()
                .withExitCode(process.exitCode())
                .withReason(process.exitCode() == 0 ? "Completed" : "Error")
                .withMessage(Optional.of(terminationMessage(process))
                        .filter(m -> !m.isEmpty())
                        .orElse(null))
                .withFinishedAt(now)
                .build();
    }

    /** What the container left to say, if its policy and its end allow. */
    private String terminationMessage(PodProcess process) {
        String written = Files.isRegularFile(terminationLog()) ? read(terminationLog()) : "";
        boolean fallback = "FallbackToLogsOnError".equals(container.getTerminationMessagePolicy());
        return written.isEmpty() && fallback && process.exitCode() != 0 ? process.logTail() : written;
    }

    private Path terminationLog() {
        return folder.resolve("termination-log");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
