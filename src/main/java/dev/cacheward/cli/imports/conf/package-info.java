/** Reads {@code redis.conf}, and parameters that are given as flags. What a parameter means is told elsewhere. */
package dev.cacheward.cli.imports.conf;
