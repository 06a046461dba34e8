/**
 * How a running server is asked: the port {@link dev.cacheward.redis.client.RedisGateway}, its one implementation, and the words
 * for what went wrong. This package alone knows the client library. When a server is asked, and what follows, is decided by the
 * kinds.
 */
package dev.cacheward.redis.client;
