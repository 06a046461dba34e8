/**
 * This package prints a diagnosis as a page that a person looks at. It decides nothing: what is told, and how grave it is, stands in
 * the report.
 */
package dev.cacheward.cli.diagnose.page;
