package dev.cacheward.cacheprofile.plan.resize;

import dev.cacheward.cacheprofile.model.SizedPod;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.math.BigDecimal;
import java.util.Optional;

/** The texts of conditions about a resize. */
public final class ResizeCauses {
    /** While the node has not answered. */
    static final Cause UNDER_WAY =
            new Cause(Reason.RESIZING, "The running pod is getting the new resources; the server serves on meanwhile.");

    /** Begins the API server's words about resources that the whole node does not have. */
    private static final String BEYOND_NODE = "node didn't have enough allocatable resources";

    /** In characters. */
    private static final int LONGEST = 300;

    private static final String SERVES_ON = " The server serves on with what it has.";

    private ResizeCauses() {}

    /** Returns what a node says about resources that it was asked for. */
    static Cause of(SizedPod pod) {
        return pod.pending()
                .map(ResizeCauses::pending)
                .or(() -> pod.inProgress()
                        .filter(word -> "Error".equals(word.getReason()))
                        .map(word -> FAILING))
                .orElse(UNDER_WAY);
    }

    private static final Cause FAILING = new Cause(
            Reason.RESIZE_DEFERRED,
            "The node cannot give the running pod the new resources yet: it lowers no memory limit below what the pod"
                    + " uses, which may be more than the data takes. It tries again by itself." + SERVES_ON);

    private static final Cause DEFERRED = new Cause(
            Reason.RESIZE_DEFERRED,
            "The node has no room for the new resources at the moment. It gives them to the running pod as soon as other"
                    + " pods leave room." + SERVES_ON);

    private static Cause pending(PodCondition word) {
        return "Infeasible".equals(word.getReason())
                ? infeasible(Optional.ofNullable(word.getMessage()).orElse("it does not say why"))
                : DEFERRED;
    }

    /**
     * Returns why the API server does not pass a resize on to the node. It knows itself what the node has, and what quotas and
     * limits allow.
     */
    public static Cause refused(String words) {
        return words.contains(BEYOND_NODE)
                ? infeasible(words)
                : new Cause(
                        Reason.WRITE_REFUSED,
                        "The API server refuses other resources for the running pod: " + words + "." + SERVES_ON);
    }

    private static Cause infeasible(String words) {
        return new Cause(
                Reason.RESIZE_INFEASIBLE,
                "The node of the running pod can never give it the new resources ("
                        + Quote.printable(Quote.shortened(words, LONGEST)) + ")." + SERVES_ON
                        + " Ask for less, or take the old resources back. If another node has the room, annotation "
                        + ResourceAnnotations.MOVE + " lets a new pod there take over.");
    }

    /** Returns why a memory limit is not lowered. */
    static Cause belowData(String wanted, long data) {
        return below("resources.limits.memory of " + wanted
                + " is less than the running server needs: its data takes about "
                + DataSize.quantity(data) + " of memory. Allowed is " + DataSize.quantity(DataSize.limitFor(data))
                + " or more.");
    }

    /** Returns why a memory limit is not lowered, if it also lowers what the data may take. */
    static Cause belowData(BigDecimal limit, long maxMemory, long data) {
        return below("With resources.limits.memory of " + DataSize.quantity(limit.longValue()) + " maxMemory is "
                + DataSize.quantity(maxMemory) + ", which is less than the data of the running server takes: about "
                + DataSize.quantity(data) + ".");
    }

    private static Cause below(String words) {
        return new Cause(
                Reason.MEMORY_BELOW_DATA,
                words
                        + " To get below that, lower maxMemory alone first, if evictionPolicy may evict the keys, or delete"
                        + " keys; then lower the limit. The running server serves on as before.");
    }
}
