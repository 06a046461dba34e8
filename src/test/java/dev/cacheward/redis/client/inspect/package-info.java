/** Tests of what a person asks a running server. */
package dev.cacheward.redis.client.inspect;
