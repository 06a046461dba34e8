/**
 * What a running server can be told instead of being started again, found out from the texts of its files. What is sent, and how,
 * is not here but in {@code redis.client.live}.
 */
package dev.cacheward.redis.conf.live;
