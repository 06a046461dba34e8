/** The operator as it is installed: chart, rights, replicas, upgrade and uninstall; each class has a cluster alone. */
package dev.cacheward.cluster.install;
