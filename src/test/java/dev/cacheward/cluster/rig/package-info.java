/** What the tests on the cluster share: namespaces, images, tools, and what they record. */
package dev.cacheward.cluster.rig;
