/**
 * How the process runs, apart from what it does: the settings, read once from the environment, and the log. Nothing here knows
 * the custom resources. Whoever needs a setting is given its value, not the settings.
 */
package dev.cacheward.runtime;
