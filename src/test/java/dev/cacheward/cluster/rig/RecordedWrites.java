package dev.cacheward.cluster.rig;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every write that the operator of this process sends, also one that changes nothing, which no resourceVersion shows. A dry run
 * is none: it asks.
 */
public final class RecordedWrites implements Interceptor {
    private final List<Write> writes = new CopyOnWriteArrayList<>();
    private final List<Write> reads = new CopyOnWriteArrayList<>();

    /** @param path without the query */
    public record Write(Instant at, String method, String path) {}

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        boolean dryRun =
                Optional.ofNullable(request.uri().getQuery()).orElse("").contains("dryRun=All");
        Write sent = new Write(Instant.now(), request.method(), request.uri().getPath());
        (request.method().equals("GET") || dryRun ? reads : writes).add(sent);
    }

    /** The writes in a namespace since a moment, by path, without those of Events. */
    public Map<String, Long> in(String namespace, Instant since) {
        return writes.stream()
                .filter(write -> !write.at().isBefore(since))
                .map(Write::path)
                .filter(path -> path.contains("/namespaces/" + namespace + "/") && !path.contains("/events"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** The number of questions about a namespace since a moment, dry runs among them. */
    public long readsIn(String namespace, Instant since) {
        return reads.stream()
                .filter(read -> !read.at().isBefore(since))
                .filter(read -> read.path().contains("/namespaces/" + namespace + "/"))
                .count();
    }

    /** The writes of one object since a moment, oldest first. */
    public List<Write> of(String namespace, String end, Instant since) {
        return writes.stream()
                .filter(write -> !write.at().isBefore(since))
                .filter(write -> write.path().contains("/namespaces/" + namespace + "/"))
                .filter(write -> write.path().endsWith(end))
                .toList();
    }
}
