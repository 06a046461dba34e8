/**
 * This package restarts workloads so that they read changed keys: it knows which of them need that, the annotation that causes
 * it, and which are missing or cannot be changed. Nothing here knows what the keys are, or restarts a Redis of the operator.
 */
package dev.cacheward.restart;
