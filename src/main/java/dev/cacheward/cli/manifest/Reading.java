package dev.cacheward.cli.manifest;

import java.util.List;

/**
 * What some files hold.
 *
 * @param files the names of all that were read
 * @param unreadable what could not be opened, with the reason, one line each
 */
public record Reading(
        List<String> files, List<Manifest> manifests, List<Complaint> complaints, List<String> unreadable) {
    /** Keeps copies. */
    public Reading {
        files = List.copyOf(files);
        manifests = List.copyOf(manifests);
        complaints = List.copyOf(complaints);
        unreadable = List.copyOf(unreadable);
    }
}
