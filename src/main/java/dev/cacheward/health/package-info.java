/** Whether the process does its work, as the kubelet's probes ask. */
package dev.cacheward.health;
