/**
 * Reads settings in Python: literals, arithmetic, {@code timedelta} and the defaults of what is read from the environment. Nothing
 * is executed.
 */
package dev.cacheward.cli.imports.python;
