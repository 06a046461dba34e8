/** Servers that encrypt, on a real cluster. */
package dev.cacheward.cluster.tls;
