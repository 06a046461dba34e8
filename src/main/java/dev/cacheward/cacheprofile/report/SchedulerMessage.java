package dev.cacheward.cacheprofile.report;

import dev.cacheward.validation.Quote;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads the scheduler's message about an unschedulable pod. It leaves out what changes from attempt to attempt: the number of
 * nodes, how many fail for each reason, their order, and the part on preemption. Each change would cost a status write.
 */
final class SchedulerMessage {
    /** {@code 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't match ... . preemption: ...}. */
    private static final String OPENING = "nodes are available: ";

    private static final int LONGEST = 300;

    private SchedulerMessage() {}

    /**
     * Returns the reasons, sorted and separated by "; ".
     *
     * @param message the message of the pod's condition PodScheduled
     * @return empty if the message does not have kube-scheduler's form
     */
    static String reasons(String message) {
        int start = message.indexOf(OPENING);
        if (start < 0) {
            return "";
        }
        String reasons = Arrays.stream(firstSentence(message.substring(start + OPENING.length()))
                        .split(", "))
                .map(reason -> reason.strip().replaceFirst("^\\d+ ", ""))
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return Quote.shortened(reasons, LONGEST);
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text.strip().replaceFirst("\\.$", "") : text.substring(0, end);
    }
}
