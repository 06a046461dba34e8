/**
 * This package holds what the reconcilers report of their work, and turns it into metrics and log lines. It sends no request to
 * Kubernetes or Redis, and does not know the reconcilers. What servers say of themselves belongs to {@code telemetry.redis}.
 */
package dev.cacheward.telemetry;
