/**
 * This package holds the values that pass between the steps of a reconciliation: the valid spec, the observed state, the
 * results. A value knows what follows from itself alone; what follows from several values belongs to {@code plan} or {@code
 * report}.
 */
package dev.cacheward.cacheprofile.model;
