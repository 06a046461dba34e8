/**
 * This package holds the command {@code diff}: what an apply of some files would change in a cluster, and what it would cost. It
 * decides with the operator's own validators and planners, from what the cluster is now; how a server gets from one configuration
 * to another belongs to {@code dev.cacheward.cacheprofile.plan}.
 */
package dev.cacheward.cli.diff;
