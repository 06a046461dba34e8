package dev.cacheward.redis.conf;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server said when it was asked, in a file named after it.
 *
 * @param answers by the name of the parameter
 */
record RecordedAnswers(ServerVersion server, SortedMap<String, ServerAnswer> answers) {
    private static final Path FOLDER = Path.of("src/test/resources/servers");
    private static final String HEADER = "parameter,change,values,default\n";

    /** All records, the oldest server of each product first. */
    static List<RecordedAnswers> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(RecordedAnswers::read)
                    .sorted(Comparator.comparing(
                                    (RecordedAnswers one) -> one.server().product())
                            .thenComparing(one -> one.server().major())
                            .thenComparing(one -> one.server().minor())
                            .thenComparing(one -> one.server().patch()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product and the minor version, such as {@code 8.0}. */
    List<String> minor() {
        return List.of(server.product().title(), server.major() + "." + server.minor());
    }

    void write() {
        String rows = answers.entrySet().stream()
                .map(row -> row.getKey() + "," + (row.getValue().live() ? "live" : "restart") + ","
                        + row.getValue().rule() + ","
                        + row.getValue()
                                .standard()
                                .map(value -> '"' + value + '"')
                                .orElse("") + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(FOLDER.resolve(file()), HEADER + rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file() {
        return server.toString().toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv";
    }

    private static RecordedAnswers read(Path file) {
        String[] name = file.getFileName().toString().replace(".csv", "").split("-");
        SortedMap<String, ServerAnswer> answers = new TreeMap<>();
        for (String line : lines(file)) {
            String[] columns = line.split(",", 4);
            answers.put(columns[0], new ServerAnswer(columns[1].equals("live"), columns[2], unquoted(columns[3])));
        }
        return new RecordedAnswers(
                ServerVersion.parse(Product.valueOf(name[0].toUpperCase(Locale.ROOT)), name[1]), answers);
    }

    private static Optional<String> unquoted(String text) {
        return Optional.of(text)
                .filter(quoted -> !quoted.isEmpty())
                .map(quoted -> quoted.substring(1, quoted.length() - 1));
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.remove(0);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
