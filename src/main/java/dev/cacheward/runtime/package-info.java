/**
 * This package holds what any process needs, whatever its work is: the settings, which are read once from the environment, the
 * log, the HTTP endpoint and the words for a failed start. Nothing here knows the custom resources. Of the kinds, only the
 * reconcilers see the settings; their parts receive single values.
 */
package dev.cacheward.runtime;
