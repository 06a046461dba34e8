/** Which of several replicas acts: one, or for a while none, but never two. */
package dev.cacheward.leader;
