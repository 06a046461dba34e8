/** The Redis of a profile: its changes, data, failures and versions. */
package dev.cacheward.cluster.server;
