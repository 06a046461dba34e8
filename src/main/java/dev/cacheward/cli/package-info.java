/**
 * This package holds what a person or the chart can start: {@link dev.cacheward.cli.Main} and the command line as a whole. Each
 * command has a package of its own below, and {@code terminal} is what they share. The parts of the running operator belong to
 * {@code dev.cacheward.operator}.
 */
package dev.cacheward.cli;
