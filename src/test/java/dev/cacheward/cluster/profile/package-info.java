/** Both kinds as their user sees them: their life, their delivery, pauses, drift and idle. */
package dev.cacheward.cluster.profile;
