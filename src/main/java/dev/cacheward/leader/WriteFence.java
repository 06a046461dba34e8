package dev.cacheward.leader;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.function.BooleanSupplier;

/**
 * Stops every write of a replica that may not act. The process ends when it loses the lead, but a thread that was paused could
 * still write before that.
 */
public final class WriteFence implements Interceptor {
    private final BooleanSupplier mayWrite;

    /** @param mayWrite asked before each request that changes something */
    public WriteFence(BooleanSupplier mayWrite) {
        this.mayWrite = mayWrite;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!request.method().equals("GET") && !mayWrite.getAsBoolean()) {
            throw new IllegalStateException(
                    "Not sent, since this replica does not lead: " + request.method() + " " + request.uri());
        }
    }
}
