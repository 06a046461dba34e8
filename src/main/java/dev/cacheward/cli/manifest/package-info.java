/**
 * This package reads manifests from files as kubectl does, and remembers where each field stands. What the fields mean is not known
 * here.
 */
package dev.cacheward.cli.manifest;
