/** What a server's parameters, image and memory become in {@code spec.redis.managed}. It knows no format of a file. */
package dev.cacheward.cli.imports.server;
