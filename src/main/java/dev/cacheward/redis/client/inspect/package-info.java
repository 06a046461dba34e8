/**
 * What a person asks a running server to find out how it is used: its numbers, its slow commands, and a sample of its keys. The
 * operator itself asks none of this. Nothing is changed on the server, and no value of a key is read.
 */
package dev.cacheward.redis.client.inspect;
