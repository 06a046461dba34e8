/** What an import found and what became of it. Nothing here reads a file or knows a format. */
package dev.cacheward.cli.imports.report;
