/**
 * TTLs and rate limits as values that cannot be invalid: their grammar, their names, their bounds, and the hint for each common
 * mistake. What keys they become belongs to {@code dev.cacheward.delivery}.
 */
package dev.cacheward.delivery.value;
