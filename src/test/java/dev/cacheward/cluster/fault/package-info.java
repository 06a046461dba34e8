/**
 * What goes wrong with a Redis, brought about for real: each fault is told by its reason and with advice, restarts nothing that it
 * does not itself restart, and passes by itself when its cause goes. The times are measured and printed, for faults.md; none is
 * asserted. Changes of a spec that are refused do not belong here.
 */
package dev.cacheward.cluster.fault;
