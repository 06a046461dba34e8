/**
 * This package holds what the reconcilers report of their work, and turns it into metrics and log lines. It sends no request to
 * Kubernetes or Redis, and does not know the reconcilers.
 */
package dev.cacheward.telemetry;
