/**
 * The dialogues by which one server hands its data and its role over to another: what it says about its replication, and how it
 * is told to follow, to be followed and to change places.
 */
package dev.cacheward.redis.client.replication;
