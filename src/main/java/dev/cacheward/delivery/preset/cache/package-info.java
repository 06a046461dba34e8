/**
 * This package holds a class for each cache: which text it reads, and what it cannot express. Each rule was found by running that
 * cache.
 */
package dev.cacheward.delivery.preset.cache;
