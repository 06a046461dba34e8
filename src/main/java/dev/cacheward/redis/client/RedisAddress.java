package dev.cacheward.redis.client;

/** @param host a name, an IPv4 address, or an IPv6 address without brackets */
public record RedisAddress(String host, int port) {}
