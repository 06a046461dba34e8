/**
 * This package reads the settings of a command that works as the operator does, and prints the list of all. What each setting
 * means belongs to {@code dev.cacheward.runtime}.
 */
package dev.cacheward.cli.settings;
