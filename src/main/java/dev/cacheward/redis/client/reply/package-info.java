/**
 * This package reads the elements of an answer as they arrive. What an answer means belongs to the dialogues of {@code
 * redis.client}.
 */
package dev.cacheward.redis.client.reply;
