/** The dialogues that change a server while it runs. What is to be changed is decided elsewhere. */
package dev.cacheward.redis.client.live;
