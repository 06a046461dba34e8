/** Tests of the command {@code diff}. */
package dev.cacheward.cli.diff;
