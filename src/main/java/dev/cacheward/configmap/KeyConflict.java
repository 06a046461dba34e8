package dev.cacheward.configmap;

/**
 * A key that holds another value than ours, and is not ours to change.
 *
 * @param wanted our value; the other one is somebody else's and may be a secret, so that it is told nowhere
 * @param holder who set it, as its field manager or managers are called, in quotes where they are names
 */
public record KeyConflict(String key, String wanted, String holder) {}
