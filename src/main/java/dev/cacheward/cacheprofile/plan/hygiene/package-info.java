/**
 * Reads what a profile says of its keys, and decides what a look at them means. It asks no server; what is said of it in the status is
 * made in the package {@code report}.
 */
package dev.cacheward.cacheprofile.plan.hygiene;
