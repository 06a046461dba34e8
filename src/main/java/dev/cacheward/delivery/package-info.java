/**
 * This package says what an application reads: the ConfigMap keys that values become, and which ConfigMap receives which.
 * Everything is pure. The values themselves belong to {@code value}; how keys get into ConfigMaps belongs to {@code
 * dev.cacheward.configmap}.
 */
package dev.cacheward.delivery;
