package dev.cacheward.redis;

/** The names of a managed server's four users; each has a password of its own. */
public final class AclUser {
    /** What an application logs in as; Redis means it where a connection names nobody. */
    public static final String APPLICATION = "default";

    /** The operator's own. CONFIG makes it an administrator. */
    public static final String OPERATOR = "cacheward";

    /** The kubelet's probes log in as it. It may PING, and nothing else. */
    public static final String PROBE = "probe";

    /** A server logs in as it at another one whose data it copies. */
    public static final String REPLICA = "replica";

    private AclUser() {}
}
