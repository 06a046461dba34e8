/**
 * This package shows what the operator would make of manifests, without a cluster and without secrets. What each object looks like
 * belongs to the pure packages of the kinds.
 */
package dev.cacheward.cli.render;
