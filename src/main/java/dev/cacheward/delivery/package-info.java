/**
 * What an application reads: TTLs and rate limits as values that cannot be invalid, the ConfigMap keys that they become, and
 * which ConfigMap receives which. Grammar, formats and bounds belong here; the ConfigMaps themselves, who owns them and how they
 * are written do not. Everything is pure and knows no Kubernetes.
 */
package dev.cacheward.delivery;
