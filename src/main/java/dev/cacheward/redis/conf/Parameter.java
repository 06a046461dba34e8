package dev.cacheward.redis.conf;

/**
 * One parameter of redis.conf that a user may set.
 *
 * @param sameAs the name under which all servers know it, for one that has two; else its own
 */
record Parameter(String name, ParameterValue value, String sameAs) {}
