package dev.cacheward.testbed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The last requests; older ones are forgotten, so that a playground may run for days. */
final class RequestLog {
    private static final int CAPACITY = 100_000;
    private final Deque<Request> requests = new ArrayDeque<>();

    synchronized void add(Request request) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.add(request);
    }

    synchronized List<Request> find(Predicate<Request> which) {
        return requests.stream().filter(which).toList();
    }

    synchronized void clear() {
        requests.clear();
    }
}
