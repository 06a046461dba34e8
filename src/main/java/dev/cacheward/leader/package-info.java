/** This package elects the one replica that acts. For a while there may be none, but never two. */
package dev.cacheward.leader;
