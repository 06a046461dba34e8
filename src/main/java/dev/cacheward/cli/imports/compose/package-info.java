/** Reads Docker Compose files. What a server's parameters mean, and what variables mean, is told elsewhere. */
package dev.cacheward.cli.imports.compose;
