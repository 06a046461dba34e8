package dev.cacheward.cluster.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What {@code /proc/PID/stat} says of a process.
 *
 * @param ticks CPU time of itself and of its children that have ended, in clock ticks
 */
record ProcStat(long pid, long parent, String name, long ticks) {
    private static final int PARENT = 1;
    private static final int FIRST_TIME = 11;
    private static final int TIMES = 4;

    /** All of this machine. */
    static Stream<ProcStat> all() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .flatMap(ProcStat::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ProcStat> read(Path process) {
        try {
            return Stream.of(parse(Files.readString(process.resolve("stat"))));
        } catch (IOException e) {
            return Stream.empty(); // It has ended.
        }
    }

    /** The name is in parentheses, and may contain some. */
    static ProcStat parse(String stat) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        String[] fields = stat.substring(close + 2).split(" ");
        long ticks = Stream.of(fields)
                .skip(FIRST_TIME)
                .limit(TIMES)
                .mapToLong(Long::parseLong)
                .sum();
        return new ProcStat(
                Long.parseLong(stat.substring(0, open).trim()),
                Long.parseLong(fields[PARENT]),
                stat.substring(open + 1, close),
                ticks);
    }
}
