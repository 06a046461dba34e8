/**
 * Decides, without touching the world, which passwords a server takes while they change, and when a former one ends. All that it goes by
 * is in the Secrets, so an operator that ends within a rotation takes the same next step.
 */
package dev.cacheward.cacheprofile.plan.rotation;
