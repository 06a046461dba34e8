/** The CPU and memory of a pod that runs, as values. */
package dev.cacheward.cacheprofile.model.resize;
