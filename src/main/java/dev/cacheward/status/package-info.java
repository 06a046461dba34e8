/**
 * This package holds the status contract: condition types, the one enum of reasons, and how new findings become conditions. It
 * knows no Kubernetes. The kinds decide which finding follows from which observation.
 */
package dev.cacheward.status;
