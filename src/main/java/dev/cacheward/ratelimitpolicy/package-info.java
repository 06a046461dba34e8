/**
 * This package holds everything about the kind RateLimitPolicy; its entry point is {@link
 * dev.cacheward.ratelimitpolicy.RateLimitPolicyReconciler}. A policy delivers limits to ConfigMaps and reports on the profile
 * whose Redis holds the counters; it never touches the profile or its Redis, and imports nothing of the other kind's package.
 */
package dev.cacheward.ratelimitpolicy;
