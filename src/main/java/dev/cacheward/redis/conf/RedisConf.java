package dev.cacheward.redis.conf;

import dev.cacheward.api.v1alpha1.Fsync;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes {@code redis.conf}. It holds no secret and no {@code bind}: the addresses to listen on are known only in the pod, and
 * come as an argument.
 */
public final class RedisConf {
    /** The folder of this file, which holds no secret. */
    public static final String CONF_DIR = "/etc/cacheward/conf";
    /** This file's name. */
    public static final String CONF_FILE = "redis.conf";
    /** Where the server reads this file. */
    public static final String CONF_PATH = CONF_DIR + "/" + CONF_FILE;
    /** The folder of the files that only the server may see. */
    public static final String SECRET_DIR = "/etc/cacheward/secret";
    /** The file with the users, written by {@link AclFile}. */
    public static final String ACL_FILE = "users.acl";
    /** Where the server reads the users. */
    public static final String ACL_PATH = SECRET_DIR + "/" + ACL_FILE;
    /** The file with the renames, written by {@link CommandsConf}. */
    public static final String COMMANDS_FILE = "commands.conf";
    /** Where the server reads the renames. */
    public static final String COMMANDS_PATH = SECRET_DIR + "/" + COMMANDS_FILE;
    /** The file with the probe user's password, as plain text without a line break. */
    public static final String PROBE_PASSWORD_FILE = "probe-password";
    /** Where the probes read their password. */
    public static final String PROBE_PASSWORD_PATH = SECRET_DIR + "/" + PROBE_PASSWORD_FILE;
    /** The folder of dumps and append-only files. */
    public static final String DATA_DIR = "/data";
    /** The port for connections that are not encrypted. */
    public static final int PORT = 6379;

    /** The port for encrypted ones, of a server that has a certificate. */
    public static final int TLS_PORT = 6380;
    /**
     * The value of {@code save} in mode Snapshot, which is the server's own default. In the other modes {@code save} is empty.
     */
    public static final String SNAPSHOT_SAVE_POINTS = "3600 1 300 100 60 10000";

    private static final String EMPTY = "\"\"";

    private RedisConf() {}

    /** Returns the text of the file; equal settings give equal text. */
    public static String render(ServerSettings s) {
        Map<String, String> lines = own(s);
        s.tls().ifPresent(tls -> tls.parameters().forEach((name, value) -> lines.put(name, ConfQuoting.quote(value))));
        s.parameters().forEach((name, value) -> lines.put(name.toLowerCase(Locale.ROOT), ConfQuoting.quote(value)));
        return "include " + COMMANDS_PATH + "\n" + text(lines);
    }

    /** Returns the raw value of each parameter in the file, as CONFIG SET takes it; the names are in lower case. */
    public static SortedMap<String, String> values(ServerSettings s) {
        SortedMap<String, String> values = new TreeMap<>(own(s));
        values.replaceAll((name, value) -> value.equals(EMPTY) ? "" : value);
        s.tls().ifPresent(tls -> values.putAll(tls.parameters()));
        s.parameters().forEach((name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
        return values;
    }

    /** Returns the names of the parameters that stand in a text from {@link #render} as these settings say. */
    public static SortedSet<String> agreed(ServerSettings s, String text) {
        Set<String> lines = Set.copyOf(text.lines().toList());
        return names(render(s).lines().filter(lines::contains).collect(Collectors.joining("\n")));
    }

    /** Returns the names of the parameters in a text from {@link #render}. */
    public static SortedSet<String> names(String text) {
        return text.lines()
                .map(line -> line.substring(0, (line + " ").indexOf(' ')))
                .filter(name -> !name.equals("include"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the port for connections that are not encrypted; 0 for none. */
    private static int port(ServerSettings s) {
        return s.tls().map(TlsSettings::plaintextPort).orElse(PORT);
    }

    /** Returns the lines that no user writes. */
    private static Map<String, String> own(ServerSettings s) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("port", String.valueOf(port(s)));
        lines.put("protected-mode", "yes");
        lines.put("daemonize", "no");
        lines.put("dir", DATA_DIR);
        lines.put("aclfile", ACL_PATH);
        lines.put("maxmemory", String.valueOf(s.maxMemoryBytes()));
        lines.put("maxmemory-policy", s.evictionPolicy().redisName());
        lines.putAll(persistence(s.persistence(), s.fsync()));
        // One connection may buffer an argument of hundreds of megabytes, beyond maxmemory, until the kernel ends the
        // server.
        lines.put("maxmemory-clients", s.rendering() == Rendering.FIRST ? "10%" : String.valueOf(s.clientBytes()));
        return lines;
    }

    /**
     * Returns the lines of one mode; CONFIG SET takes the same ones when the mode changes. An append-only file holds every key,
     * so there are no snapshots beside it: that saves a fork, and a full disk shows in one place.
     */
    static Map<String, String> persistence(PersistenceMode mode, Fsync fsync) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("save", mode == PersistenceMode.SNAPSHOT ? SNAPSHOT_SAVE_POINTS : EMPTY);
        lines.put("appendonly", mode == PersistenceMode.APPEND_ONLY ? "yes" : "no");
        if (mode == PersistenceMode.APPEND_ONLY) {
            lines.put("appendfsync", fsync.name().toLowerCase(Locale.ROOT));
        }
        return lines;
    }

    private static String text(Map<String, String> lines) {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
