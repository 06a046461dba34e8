package dev.cacheward.cluster.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.chart.AuditedRequest;
import dev.cacheward.cluster.rig.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which pods wrote one after the other, by an audit log. A pod that writes between two writes of another makes one more of both. */
record RecordedLeaders(List<Reign> all) {
    private static final String AGENT_OF_THE_WORK = "cacheward";

    /**
     * Writes of one pod without one of another's between them.
     *
     * @param from when its first write arrived
     * @param to when its last write was answered
     */
    record Reign(String pod, Instant from, Instant to) {}

    /** @param home where the pods are */
    static RecordedLeaders of(List<AuditedRequest> requests, TestNamespace home) {
        return of(requests.stream()
                .filter(request -> request.home().equals(home.name()))
                .filter(request -> request.agent().equals(AGENT_OF_THE_WORK))
                .filter(AuditedRequest::writes)
                .sorted(Comparator.comparing(AuditedRequest::received))
                .map(write -> new Reign(write.pod(), write.received(), write.answered())));
    }

    /** @param writes each as a reign of its own, in the order in which they arrived */
    static RecordedLeaders of(Stream<Reign> writes) {
        List<Reign> reigns = new ArrayList<>();
        writes.forEach(write -> add(reigns, write));
        return new RecordedLeaders(List.copyOf(reigns));
    }

    List<String> pods() {
        return all.stream().map(Reign::pod).toList();
    }

    /** No write arrived before the last one of the pod before was answered. */
    void assertApart() {
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).from())
                    .as("%s", all.subList(i - 1, i + 1))
                    .isAfter(all.get(i - 1).to());
        }
    }

    /**
     * How long it took until the next pod wrote.
     *
     * @param moments of what happened to the leader of each reign but the last
     */
    List<Duration> takenOver(List<Instant> moments) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            times.add(Duration.between(moments.get(i), all.get(i + 1).from()));
        }
        return times;
    }

    private static void add(List<Reign> reigns, Reign write) {
        int last = reigns.size() - 1;
        if (last < 0 || !reigns.get(last).pod().equals(write.pod())) {
            reigns.add(write);
            return;
        }
        Reign open = reigns.get(last);
        Instant to = open.to().isAfter(write.to()) ? open.to() : write.to();
        reigns.set(last, new Reign(open.pod(), open.from(), to));
    }
}
