/** What is done to the keys of a Redis on a real cluster. */
package dev.cacheward.cluster.keys;
