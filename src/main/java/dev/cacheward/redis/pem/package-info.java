/**
 * This package reads certificates and keys in PEM, and says what cannot be read. It is pure: it connects to nothing, and asks no
 * clock.
 */
package dev.cacheward.redis.pem;
