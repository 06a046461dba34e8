package dev.cacheward.proof;

import java.nio.file.Path;
import java.util.List;

/** Hands the files of a preset to its library, and compares what the library then does with the settings. */
interface Proof {
    void prove(Case delivered, Checks checks) throws Exception;

    /** A class of each library whose version is of interest. */
    List<Class<?>> libraries();

    default List<String> versions() {
        return libraries().stream().map(Proof::jar).map(Proof::nameAndVersion).toList();
    }

    private static String jar(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return Path.of(jar).getFileName().toString();
    }

    private static String nameAndVersion(String jar) {
        return jar.replaceFirst("-(\\d.*)\\.jar$", " $1");
    }
}
