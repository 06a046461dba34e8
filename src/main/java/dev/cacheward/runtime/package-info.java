/**
 * This package holds what any process needs, whatever its work is: the settings, which are read once from the environment, the
 * HTTP endpoint and the words for a failed start; the log is in {@code runtime.log}. Of the custom resources, it knows only the
 * fields that have a default of the administrator's. Of the kinds, only the reconcilers see the settings; their parts receive
 * single values.
 */
package dev.cacheward.runtime;
