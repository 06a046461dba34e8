/** The operator as it is installed: chart, rights, replicas, upgrade and uninstall; each class runs alone. */
package dev.cacheward.cluster.install;
