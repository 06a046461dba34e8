package dev.cacheward.kubernetes;

/** What a look at a workload that is to carry a mark found. */
sealed interface Marking {
    /** It carries the mark. */
    record Done() implements Marking {}

    /** @param uid of the workload that does not carry it yet */
    record Due(String uid) implements Marking {}

    /** It cannot be marked as it is now; the next look sees when it can. */
    record Barred(String warning) implements Marking {}

    /** The API server refuses to show it, or to let it be marked; asking again soon would be refused as well. */
    record Refused(String warning) implements Marking {}
}
