/**
 * This package asks running servers. It holds the port {@link dev.cacheward.redis.client.RedisGateway}, its one implementation,
 * and the texts for failures. It alone knows the client library. The kinds decide when a server is asked, and what follows.
 */
package dev.cacheward.redis.client;
