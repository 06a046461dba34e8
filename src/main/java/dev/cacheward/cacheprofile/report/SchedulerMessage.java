package dev.cacheward.cacheprofile.report;

import dev.cacheward.validation.Quote;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a scheduler says of a pod that fits nowhere, without what changes from try to try: how many nodes there are, how many fail
 * for each reason and in which order, and what preemption would bring. Each change would be a write of our status.
 */
final class SchedulerMessage {
    /** {@code 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't match ... . preemption: ...}. */
    private static final String OPENING = "nodes are available: ";

    private static final int LONGEST = 300;

    private SchedulerMessage() {}

    /**
     * The reasons, separated by "; ".
     *
     * @param message of the pod's condition PodScheduled
     * @return empty where the message is not of the form that kube-scheduler writes
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
