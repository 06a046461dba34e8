package dev.cacheward.cli.manifest;

/**
 * Something that is wrong with a file before its objects are looked at.
 *
 * @param fatal whether the objects could not be read
 */
public record Complaint(Place place, String message, boolean fatal) {}
