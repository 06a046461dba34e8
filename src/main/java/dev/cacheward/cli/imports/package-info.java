/**
 * The command that makes resources of files that exist: it finds out what each file is, has it read, and writes the result. How
 * a format is read is below, and so is what its settings mean.
 */
package dev.cacheward.cli.imports;
