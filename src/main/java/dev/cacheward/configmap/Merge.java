package dev.cacheward.configmap;

import java.util.List;
import java.util.SortedMap;

/** What became of our keys in a ConfigMap of somebody else's. */
public sealed interface Merge {
    /**
     * The map holds them.
     *
     * @param keys of ours that are there now
     * @param conflicts those that cannot be had; the others are there
     */
    record Holds(SortedMap<String, String> keys, List<KeyConflict> conflicts) implements Merge {}

    /** There is no such map, or it is being deleted. */
    record Missing() implements Merge {}

    /** The map allows no change of its data, for ever. */
    record Immutable() implements Merge {}

    /** With ours, the map would be larger than Kubernetes allows. */
    record TooLarge() implements Merge {}

    /** Somebody changed the map, or made it anew, in the same moment. */
    record Moved() implements Merge {}

    /**
     * Somebody else's fields keep all our keys out.
     *
     * @param fields each with its owner, as the API server says it
     */
    record Owned(List<String> fields) implements Merge {}

    /** The map is no longer named and keeps our keys, since one of them cannot be had at the new place. */
    record Kept() implements Merge {}

    /** @param message the API server's own words: admission or a missing permission */
    record Refused(String message) implements Merge {}

    /** Whether nobody has to wait for our keys to leave: they are out, or the map cannot be changed, or is not there. */
    default boolean isOver() {
        return this instanceof Holds || this instanceof Missing || this instanceof Immutable;
    }
}
