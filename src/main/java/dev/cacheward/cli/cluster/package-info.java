/**
 * This package holds what commands share that look at a cluster with the rights of their caller: which cluster it is, how its
 * objects are read so that a missing right is told and the rest goes on, and the way to a Redis from outside of the cluster.
 * Nothing here writes.
 */
package dev.cacheward.cli.cluster;
