/**
 * This package makes TTLs and rate limits into values that cannot be invalid: their grammar, their names, their bounds, and a
 * hint for each common mistake. The keys that they become belong to {@code dev.cacheward.delivery}.
 */
package dev.cacheward.delivery.value;
