/**
 * The status contract without Kubernetes: condition types, the one enum of reasons, and how new
 * findings become conditions. Which finding follows from which observation is decided in the packages of the kinds.
 */
package dev.cacheward.status;
