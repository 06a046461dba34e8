package dev.cacheward.cli.diff;

import tools.jackson.databind.JsonNode;

/**
 * A resource of ours in a file.
 *
 * @param file with the number of the document in it, if there are several
 * @param namespace where it goes
 * @param document all of it
 */
record Manifest(String file, String kind, String namespace, String name, JsonNode document) {
    static final String PROFILE = "CacheProfile";
    static final String POLICY = "RateLimitPolicy";

    /** For a person. */
    String resource() {
        return kind + " " + namespace + "/" + name;
    }
}
