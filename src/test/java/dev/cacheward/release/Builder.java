package dev.cacheward.release;

/**
 * Who builds a release, with what.
 *
 * @param id URI of who builds
 * @param maven version of it
 */
record Builder(String id, String maven) {}
