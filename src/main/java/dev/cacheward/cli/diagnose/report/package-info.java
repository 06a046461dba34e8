/**
 * This package holds the values that a diagnosis consists of, in the shape in which {@code --output json} prints them. A field may
 * be added; none is renamed or given another meaning. No value here is secret.
 */
package dev.cacheward.cli.diagnose.report;
