/**
 * The values that pass between the steps of a reconciliation: what the spec says once it is valid, what was observed, what was
 * done. A value knows what follows from itself alone; what follows from several belongs to {@code plan} or {@code report}.
 */
package dev.cacheward.cacheprofile.model;
