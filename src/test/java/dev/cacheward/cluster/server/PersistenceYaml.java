package dev.cacheward.cluster.server;

import dev.cacheward.cluster.rig.EditedProfile;

/** The block of a server that persists, as {@link EditedProfile} takes it: in flow style, and without resources. */
final class PersistenceYaml {
    private PersistenceYaml() {}

    static String persistent(String mode, String size) {
        return "{persistence: {mode: " + mode + ", size: " + size + "}}";
    }

    static String persistent(String mode, String size, String more) {
        return "{persistence: {mode: " + mode + ", size: " + size + "}, " + more + "}";
    }
}
