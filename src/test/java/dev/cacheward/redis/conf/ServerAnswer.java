package dev.cacheward.redis.conf;

import dev.cacheward.redis.conf.value.ParameterValue;

/**
 * What a server says about one of its parameters.
 *
 * @param live whether it takes the parameter by CONFIG SET
 * @param rule as {@link ParameterValue} reads it
 */
record ServerAnswer(boolean live, String rule) {}
