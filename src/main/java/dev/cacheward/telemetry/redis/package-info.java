/** The numbers of Redis servers, and what becomes of them: metrics. How a server is asked for them is not known here. */
package dev.cacheward.telemetry.redis;
