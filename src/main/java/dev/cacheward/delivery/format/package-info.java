/**
 * This package writes settings in the formats that are nobody's own: environment variables and files. What a single framework
 * reads belongs to {@code dev.cacheward.delivery.preset}.
 */
package dev.cacheward.delivery.format;
