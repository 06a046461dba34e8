/**
 * Reads the values of Helm charts that run a Redis. The table {@code charts.csv} says what each value means; charts call the same
 * things by the same names, so that one table serves all.
 */
package dev.cacheward.cli.imports.helm;
