/** What a person's commands find out about a real cluster. */
package dev.cacheward.cluster.tool;
