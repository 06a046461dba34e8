/** YAML with the place of each value. */
package dev.cacheward.cli.imports.yaml;
