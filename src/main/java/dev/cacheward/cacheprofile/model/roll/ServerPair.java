package dev.cacheward.cacheprofile.model.roll;

import java.util.Optional;

/**
 * The pods that a StatefulSet asks for.
 *
 * @param active the one that the Service leads to, and that has the data
 * @param other the second one of a roll; empty outside of one
 */
public record ServerPair(Member active, Optional<Member> other) {}
