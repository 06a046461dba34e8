/**
 * This package holds what a person or the chart can start: {@link dev.cacheward.cli.Main}, the arguments, and the commands. The
 * parts of the running operator belong to {@code dev.cacheward.operator}.
 */
package dev.cacheward.cli;
