/**
 * This package holds the entry point of the kind CacheProfile, {@link dev.cacheward.cacheprofile.CacheProfileReconciler}, and
 * what both ways to a Redis share. What reads and writes for one of them belongs to {@code managed} or {@code external}. Every
 * decision belongs to the packages that are pure: {@code model}, {@code render}, {@code report} and {@code plan}.
 */
package dev.cacheward.cacheprofile;
