/** Merge beside other owners of a ConfigMap: conflicts, deletions, and the tools that share a map. */
package dev.cacheward.cluster.merge;
