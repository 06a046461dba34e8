package dev.cacheward.operator;

import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;

/** The operator from one start to its end, and what Prometheus reads of it meanwhile. */
final class OperatorRun implements AutoCloseable {
    private final Instruments instruments;
    private final CachewardOperator operator;

    OperatorRun(KubernetesClient client, Settings settings) {
        this(Connections.of(client, settings), settings);
    }

    OperatorRun(Connections connections, Settings settings) {
        instruments = Instruments.create(settings);
        operator = CachewardOperator.start(connections, settings, Clock.systemUTC(), instruments, Lifecycle.alone());
    }

    String metrics() {
        return instruments.meters().scrape();
    }

    @Override
    public void close() {
        operator.close();
        instruments.close();
    }
}
