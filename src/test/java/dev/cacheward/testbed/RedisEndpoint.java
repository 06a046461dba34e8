package dev.cacheward.testbed;

/** Where a Redis pod listens on this machine, and whether it has to be asked encrypted. */
public record RedisEndpoint(String host, int port, boolean encrypted) {
    /** One that is asked in clear. */
    public RedisEndpoint(String host, int port) {
        this(host, port, false);
    }
}
