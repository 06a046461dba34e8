package dev.cacheward.testbed;

import io.fabric8.mockwebserver.http.MockResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Answers that a test planned instead of the true ones. */
final class Faults {
    private record Fault(Predicate<Request> which, int code, String body, AtomicInteger left) {}

    private final List<Fault> planned = new CopyOnWriteArrayList<>();

    void plan(int times, Predicate<Request> which, int code, String body) {
        planned.add(new Fault(which, code, body, new AtomicInteger(times)));
    }

    void clear() {
        planned.clear();
    }

    Optional<MockResponse> answer(Request request) {
        for (Iterator<Fault> faults = planned.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.which().test(request) && fault.left().getAndDecrement() > 0) {
                return Optional.of(
                        new MockResponse().setResponseCode(fault.code()).setBody(fault.body()));
            }
        }
        return Optional.empty();
    }
}
