/**
 * What a person or the chart can start: {@link dev.cacheward.cli.Main}, the arguments, and one class for each verb. What the
 * running operator is made of belongs to {@code dev.cacheward.operator}.
 */
package dev.cacheward.cli;
