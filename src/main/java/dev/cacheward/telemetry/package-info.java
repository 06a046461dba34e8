/**
 * What the reconcilers tell of their work, and what becomes of it: metrics and log lines. The Kubernetes client, Redis and the
 * reconcilers are not known here; what servers say of themselves is told to {@code telemetry.redis}.
 */
package dev.cacheward.telemetry;
