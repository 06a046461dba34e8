/**
 * This package checks manifests without a cluster: what the API server would refuse, what the operator would, and what it would warn
 * of. The rules themselves belong to the CRD and to the pure packages of the kinds.
 */
package dev.cacheward.cli.check;
