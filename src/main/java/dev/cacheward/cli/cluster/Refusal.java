package dev.cacheward.cli.cluster;

/**
 * A right that the caller lacks.
 *
 * @param right as the API server calls it, such as {@code get secrets/shop-redis in namespace prod}
 * @param lost what could not be looked at without it, as the end of a sentence
 */
public record Refusal(String right, String lost) {}
