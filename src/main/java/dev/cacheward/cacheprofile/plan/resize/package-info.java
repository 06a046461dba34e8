/** Decides, without touching the world, how a pod that runs gets other CPU and memory. */
package dev.cacheward.cacheprofile.plan.resize;
