package dev.cacheward.testbed;

import io.fabric8.mockwebserver.http.MockResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers that a test planned instead of the true ones. */
final class Faults {
    /** Longer than any test lasts. */
    private static final Duration NEVER = Duration.ofHours(1);

    private record Fault(Predicate<Request> which, Supplier<MockResponse> answer, AtomicInteger left) {}

    private record Warning(Predicate<Request> which, String header) {}

    private final List<Warning> warnings = new CopyOnWriteArrayList<>();

    private final List<Fault> planned = new CopyOnWriteArrayList<>();

    void plan(int times, Predicate<Request> which, int code, String body) {
        plan(times, which, () -> new MockResponse().setResponseCode(code).setBody(body));
    }

    void ignore(int times, Predicate<Request> which) {
        plan(times, which, () -> new MockResponse().setBody("{}").setBodyDelay(NEVER)); // the head comes with the body
    }

    private void plan(int times, Predicate<Request> which, Supplier<MockResponse> answer) {
        planned.add(new Fault(which, answer, new AtomicInteger(times)));
    }

    void warn(Predicate<Request> which, String header) {
        warnings.add(new Warning(which, header));
    }

    Optional<String> warning(Request request) {
        return warnings.stream()
                .filter(warning -> warning.which().test(request))
                .map(Warning::header)
                .findFirst();
    }

    void clear() {
        planned.clear();
    }

    Optional<MockResponse> answer(Request request) {
        for (Iterator<Fault> faults = planned.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.which().test(request) && fault.left().getAndDecrement() > 0) {
                return Optional.of(fault.answer().get());
            }
        }
        return Optional.empty();
    }
}
