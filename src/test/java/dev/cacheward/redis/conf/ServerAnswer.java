package dev.cacheward.redis.conf;

import dev.cacheward.redis.conf.value.ParameterValue;
import java.util.Optional;

/**
 * What a server says about one of its parameters.
 *
 * @param live whether it takes the parameter by CONFIG SET
 * @param rule as {@link ParameterValue} reads it
 * @param standard its default as CONFIG GET prints it; empty for what our own redis.conf sets
 */
record ServerAnswer(boolean live, String rule, Optional<String> standard) {}
