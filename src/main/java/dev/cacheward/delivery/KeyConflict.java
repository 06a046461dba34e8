package dev.cacheward.delivery;

/**
 * A key that holds another value than ours, and is not ours to change.
 *
 * @param holder who set it, as its field manager or managers are called, in quotes where they are names
 */
public record KeyConflict(String key, String holder) {}
