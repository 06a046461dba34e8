/**
 * Everything about the kind CacheProfile: {@link dev.cacheward.cacheprofile.CacheProfileReconciler} is the way in. It observes,
 * validates, plans, applies and reports; the validators, renderers, the planner and the status factory are pure. How Redis is
 * talked to and what its files say is {@code dev.cacheward.redis}; who owns an object is {@code dev.cacheward.kubernetes}.
 */
package dev.cacheward.cacheprofile;
