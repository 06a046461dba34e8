package dev.cacheward.testbed;

/** Where a Redis pod listens on this machine. */
public record RedisEndpoint(String host, int port) {}
