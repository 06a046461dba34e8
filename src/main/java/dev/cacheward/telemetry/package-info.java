/**
 * What the reconcilers tell of their work, and what becomes of it: metrics and log lines. The Kubernetes client, lettuce and the
 * reconcilers are not known here.
 */
package dev.cacheward.telemetry;
