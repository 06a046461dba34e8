package dev.cacheward.redis.conf;

/**
 * One parameter of redis.conf that a user may set.
 *
 * @param live whether every supported server takes it by CONFIG SET; else it needs a restart
 * @param sameAs the name under which all servers know it, for one that has two; else its own
 */
record Parameter(String name, boolean live, ParameterValue value, ServerRanges servers, String sameAs) {}
