package dev.cacheward.cacheprofile.model.volume;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first container of a server's pod found on the volume.
 *
 * @param accepted whether the server was let start
 * @param found the words of the API for a format, or one of the constants
 * @param foreign the names of some files that are not of Redis
 * @param owner mode, user and group of the folder, and the user of the server
 * @param dataBytes the memory that the data took when it was written; empty if the file does not say
 */
public record VolumeLook(
        boolean accepted,
        String found,
        boolean writable,
        List<String> foreign,
        String owner,
        Optional<Long> dataBytes) {
    /** The name of the container that looks. */
    public static final String CONTAINER = "volume";

    /** A snapshot and a log are there, and the claim records neither. */
    public static final String BOTH = "Both";

    /** Files are there, but no data of Redis. */
    public static final String FOREIGN = "Foreign";

    /** Returns what was found; empty as long as the container has not ended, and if it could not look. */
    public static Optional<VolumeLook> of(Pod pod) {
        return end(pod).filter(end -> end.getMessage() != null)
                .map(end -> of(end.getMessage(), Integer.valueOf(0).equals(end.getExitCode())))
                .filter(look -> !look.found.isEmpty());
    }

    static VolumeLook of(String message, boolean accepted) {
        Map<String, String> lines = message.lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, second) -> first));
        return new VolumeLook(
                accepted,
                lines.getOrDefault("form", ""),
                !"no".equals(lines.get("writable")),
                Arrays.stream(lines.getOrDefault("foreign", "").split("/"))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                lines.getOrDefault("folder", "") + ", and the server runs as user " + lines.getOrDefault("user", ""),
                UsedMemory.of(lines.getOrDefault("used", "")));
    }

    /** Returns the format of the data if it is another than the server reads, and the server was not started for that. */
    public Optional<DataFormat> otherForm() {
        return Optional.of(found)
                .filter(word -> !accepted && !word.equals(BOTH) && !word.equals(FOREIGN) && !word.equals("Nothing"))
                .map(DataFormat::of);
    }

    /** Returns how the container ended; empty as long as it has not. */
    public static Optional<ContainerStateTerminated> end(Pod pod) {
        return status(pod).stream()
                .flatMap(status -> Stream.of(status.getState(), status.getLastState()))
                .filter(Objects::nonNull)
                .map(ContainerState::getTerminated)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns the state of the container; empty if the pod has none, since nothing persists or an earlier release made it. */
    public static Optional<ContainerStatus> status(Pod pod) {
        return Optional.ofNullable(pod.getStatus()).map(status -> status.getInitContainerStatuses()).stream()
                .flatMap(Collection::stream)
                .filter(status -> status.getName().equals(CONTAINER))
                .findFirst();
    }
}
