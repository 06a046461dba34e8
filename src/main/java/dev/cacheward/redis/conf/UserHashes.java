package dev.cacheward.redis.conf;

import dev.cacheward.redis.Password;

/** The SHA-256 in hex of each ACL user's password, see {@link Password#sha256}. */
public record UserHashes(String application, String operator, String probe, String replica) {}
