package dev.cacheward.redis;

/** An ACL user and its password. */
public record Login(String username, Password password) implements Authentication {}
