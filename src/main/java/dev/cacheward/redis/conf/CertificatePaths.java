package dev.cacheward.redis.conf;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a server reads its certificate. A server that starts reads files whose names never change. One that is to read others
 * while it runs is told names that only these files have: so it cannot take the old ones for them, which the kubelet replaces when
 * it sees fit, and its own answer to CONFIG GET tells which ones it has.
 *
 * @param certificate file with the server's certificate, and those that lead to its CA
 * @param ca file with the certificates of the CAs by which clients and other servers are known
 */
public record CertificatePaths(String certificate, String key, String ca) {
    /** The folder of the files, which holds nothing else. */
    public static final String DIR = "/etc/cacheward/tls";

    private static final String CERTIFICATE = "tls-cert-file";
    private static final String KEY = "tls-key-file";
    private static final String CA = "tls-ca-cert-file";

    /** Returns the names of the files for a server that starts. */
    public static CertificatePaths atStart() {
        return new CertificatePaths(DIR + "/tls.crt", DIR + "/tls.key", DIR + "/ca.crt");
    }

    /** Returns the names of the files that have this fingerprint. */
    public static CertificatePaths of(String fingerprint) {
        String stem = DIR + "/" + fingerprint;
        return new CertificatePaths(stem + ".crt", stem + ".key", stem + ".ca.crt");
    }

    /** Returns what a server is told, name of the parameter to value. */
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(CERTIFICATE, certificate, KEY, key, CA, ca));
    }

    /** Whether a server that prints these parameters has the files. */
    public boolean areIn(Map<String, String> config) {
        return config.entrySet().containsAll(parameters().entrySet());
    }

    /** Whether a parameter names one of the files. */
    public static boolean isName(String parameter) {
        return atStart().parameters().containsKey(parameter);
    }

    /** Returns a path without its folder. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
