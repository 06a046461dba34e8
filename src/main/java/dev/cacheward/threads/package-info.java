/**
 * The threads that this process starts by itself. Nothing else of ours is known here, so that every package may use it; what a
 * thread does belongs to the package that starts it.
 */
package dev.cacheward.threads;
