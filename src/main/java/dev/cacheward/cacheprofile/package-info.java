/**
 * The kind CacheProfile, where it touches the world: {@link dev.cacheward.cacheprofile.CacheProfileReconciler} is the way in,
 * the other classes read from the API server and from Redis, or write there. Every decision belongs to the packages below,
 * which are pure: {@code model}, {@code render}, {@code report} and {@code plan}.
 */
package dev.cacheward.cacheprofile;
