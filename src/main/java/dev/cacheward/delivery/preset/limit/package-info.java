/**
 * This package holds a class for each rate limiter: which text it reads, and what it cannot express. Each rule was found by
 * running that limiter.
 */
package dev.cacheward.delivery.preset.limit;
