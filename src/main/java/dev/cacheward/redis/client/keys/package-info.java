/**
 * The dialogues that walk over the keys of a server in small steps with pauses. Which keys are to go, and how long keys may live, is
 * decided elsewhere.
 */
package dev.cacheward.redis.client.keys;
