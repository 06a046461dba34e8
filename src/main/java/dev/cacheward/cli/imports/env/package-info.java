/** Reads {@code .env} files, and finds out what variables mean by their names: of such files, of containers and of settings. */
package dev.cacheward.cli.imports.env;
