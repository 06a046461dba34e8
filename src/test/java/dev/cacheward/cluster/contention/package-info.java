/** What others change back whenever the operator writes it: it is never written without end, and it is told. */
package dev.cacheward.cluster.contention;
