/**
 * This package knows where a live object differs from the desired one, and how often we have tried to change that. What
 * others keep changing back is written three times, and then once a minute. The comparison is pure; only {@link
 * dev.cacheward.drift.Tries} has a clock and a memory.
 */
package dev.cacheward.drift;
