/**
 * A cluster small enough for a test: an API server in this process, and a kubelet that runs each pod's command as a
 * process on this machine. What belongs here behaves like Kubernetes; what knows what Cacheward should do, or asserts
 * anything, does not.
 */
package dev.cacheward.testbed;
