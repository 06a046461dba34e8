package dev.cacheward.redis.client;

import dev.cacheward.redis.Password;

/** An ACL user and its password. */
public record Login(String username, Password password) {}
