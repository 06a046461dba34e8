/**
 * Everything about the kind RateLimitPolicy: {@link dev.cacheward.ratelimitpolicy.RateLimitPolicyReconciler} is the way in. A
 * policy delivers limits to ConfigMaps and reports on the profile whose Redis holds the counters; it never touches the profile
 * or its Redis, and imports nothing of the other kind's package.
 */
package dev.cacheward.ratelimitpolicy;
