package dev.cacheward.redis.client.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer to INFO as a person may want it. Counters count since the server started.
 *
 * @param fields by their names in INFO
 */
public record Figures(Map<String, String> fields) {
    /** In lines. The rest of a longer text is left out. */
    private static final int LONGEST = 5_000;

    private static final String STATS = "cmdstat_";
    private static final String PERCENTILES = "latency_percentiles_usec_";

    /** Keeps a copy. */
    public Figures {
        fields = Map.copyOf(fields);
    }

    /**
     * What a server says of one command.
     *
     * @param name as in INFO, such as {@code get} or {@code config|get}
     * @param microseconds the average of a call
     * @param p99 in microseconds, of the calls since the server started; empty if it says nothing
     */
    public record Command(String name, long calls, double microseconds, Optional<Double> p99) {}

    static Figures parse(String text) {
        return new Figures(text.lines()
                .limit(LONGEST)
                .filter(line -> !line.startsWith("#") && line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> second)));
    }

    /** Returns a text; empty if the server does not say it. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns a whole number; empty if the server does not say it, or not as a number. */
    public Optional<Long> number(String name) {
        return text(name).filter(value -> value.matches("-?[0-9]{1,18}")).map(Long::valueOf);
    }

    /** Returns a number with a fraction; empty as for {@link #number}. */
    public Optional<Double> fraction(String name) {
        return text(name).flatMap(Figures::decimal);
    }

    /** Returns the sum over all databases of a part such as {@code keys} of {@code db0:keys=3,expires=1}. */
    public long ofDatabases(String part) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().matches("db[0-9]+"))
                .mapToLong(field -> part(field.getValue(), part)
                        .filter(value -> value.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElse(0L))
                .sum();
    }

    /** Returns the commands that were called, those first that take longest on average. */
    public List<Command> slowest() {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(STATS))
                .flatMap(field -> command(field.getKey().substring(STATS.length()), field.getValue()))
                .sorted(Comparator.comparingDouble(Command::microseconds)
                        .reversed()
                        .thenComparing(Command::name))
                .toList();
    }

    private Stream<Command> command(String name, String numbers) {
        Optional<Long> calls = part(numbers, "calls")
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        Optional<Double> average = part(numbers, "usec_per_call").flatMap(Figures::decimal);
        Optional<Double> p99 =
                text(PERCENTILES + name).flatMap(text -> part(text, "p99")).flatMap(Figures::decimal);
        return calls.flatMap(count -> average.map(usec -> new Command(name, count, usec, p99))).stream();
    }

    private static Optional<String> part(String numbers, String name) {
        return Stream.of(numbers.split(","))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    private static Optional<Double> decimal(String text) {
        return text.matches("[0-9]{1,15}(\\.[0-9]{1,15})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
