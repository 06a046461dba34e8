package dev.cacheward.cluster.fault;

import dev.cacheward.cluster.rig.ProfileStatusHistory;
import dev.cacheward.cluster.rig.TestNamespace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every fault comes and goes on a profile of its own, all side by side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultIT {
    private static final Logger LOG = LoggerFactory.getLogger(FaultIT.class);

    /** More servers that start at a time only wait for each other. Those that take longest come first. */
    private static final int AT_A_TIME = 12;

    private final Map<String, Future<FaultCost>> runs = new LinkedHashMap<>();
    private final Queue<String> table = new ConcurrentLinkedQueue<>();
    private TestNamespace namespace;
    private ProfileStatusHistory history;
    private ExecutorService threads;

    static List<Fault> faults() {
        String only = System.getProperty("faults", "");
        return Stream.of(ForeignFaults.all(), PodFaults.all(), VolumeFaults.all(), ServerFaults.all())
                .flatMap(faults -> faults)
                .filter(fault -> only.isEmpty() || List.of(only.split(",")).contains(fault.name()))
                .toList();
    }

    @BeforeAll
    void begin() {
        namespace = new TestNamespace("faults");
        namespace.awaitServiceAccount();
        history = new ProfileStatusHistory(namespace);
        threads = Executors.newFixedThreadPool(AT_A_TIME);
        faults().forEach(fault -> runs.put(fault.name(), threads.submit(run(fault))));
    }

    @AfterAll
    void end() {
        threads.shutdownNow();
        history.close();
        namespace.close();
        LOG.warn("fault, reason, told after, Ready after its end, restarts, told before:\n" + String.join("\n", table));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldWithAdviceAndPassesByItselfWhenItsCauseGoes(Fault fault) throws Throwable {
        try {
            runs.get(fault.name()).get();
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }

    private Callable<FaultCost> run(Fault fault) {
        return () -> {
            FaultCost cost = new FaultRun(fault, namespace, history).run();
            table.add(cost.row());
            return cost;
        };
    }
}
