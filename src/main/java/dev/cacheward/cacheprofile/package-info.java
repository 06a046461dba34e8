/**
 * This package holds what reads and writes for the kind CacheProfile. Its entry point is {@link
 * dev.cacheward.cacheprofile.CacheProfileReconciler}; the other classes read from the API server and from Redis, or write
 * there. Every decision belongs to the packages below, which are pure: {@code model}, {@code render}, {@code report} and {@code
 * plan}.
 */
package dev.cacheward.cacheprofile;
