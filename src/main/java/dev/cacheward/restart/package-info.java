/**
 * How workloads are made to take up changed keys: which of them need it, the annotation that does it, and the workloads that are
 * missing or refuse. Nothing here knows what the keys are, or restarts a server of ours.
 */
package dev.cacheward.restart;
