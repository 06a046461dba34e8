/**
 * This package treats manifests as the operator would, without a cluster: as resources that have just been created in a namespace
 * that holds nothing else. The rules and the objects come from the pure packages of the kinds.
 */
package dev.cacheward.cli.offline;
