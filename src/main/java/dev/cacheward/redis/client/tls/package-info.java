/**
 * This package encrypts connections: it turns {@link dev.cacheward.redis.Tls} into what the client library takes, and finds out
 * why an encrypted connection does not come about. What is told of it depends on whose server it is, and stands where the other
 * failures of such a server are told.
 */
package dev.cacheward.redis.client.tls;
