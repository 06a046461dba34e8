/** Tests of the command {@code diagnose}. */
package dev.cacheward.cli.diagnose;
