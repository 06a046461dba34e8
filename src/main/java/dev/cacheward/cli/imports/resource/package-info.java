/** Makes the two resources of what the files said, and writes them as YAML. */
package dev.cacheward.cli.imports.resource;
