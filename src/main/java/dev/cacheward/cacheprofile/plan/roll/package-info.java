/** Decides, without touching the world, how a server that holds data in memory alone gives way to another without losing it. */
package dev.cacheward.cacheprofile.plan.roll;
