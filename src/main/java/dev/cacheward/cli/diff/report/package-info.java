/**
 * This package holds the values that a comparison consists of, in the shape in which {@code --output json} prints them, and as text.
 * No value here is secret.
 */
package dev.cacheward.cli.diff.report;
