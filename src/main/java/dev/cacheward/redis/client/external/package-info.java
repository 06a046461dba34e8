/**
 * This package asks servers that belong to somebody else: it finds out what they offer, and changes nothing there but keys of
 * its own. What a check means for a profile, and when the next one is due, belongs to the kind.
 */
package dev.cacheward.redis.client.external;
