/** Restarts of workloads whose keys have changed. */
package dev.cacheward.cluster.restart;
