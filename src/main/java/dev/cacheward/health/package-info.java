/** This package answers the kubelet's probes: it says whether the process does its work. */
package dev.cacheward.health;
