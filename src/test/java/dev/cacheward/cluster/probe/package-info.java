/** What the probes of servers cost a node, measured on the cluster that KUBECONFIG names. */
package dev.cacheward.cluster.probe;
