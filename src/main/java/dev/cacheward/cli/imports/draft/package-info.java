/** What the files said so far, before it becomes resources. It knows no format of a file. */
package dev.cacheward.cli.imports.draft;
