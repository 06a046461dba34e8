/**
 * This package writes the files that a server starts from: {@code redis.conf}, the renames and the ACL users. It also holds the
 * catalogues of what a user may put into them. Everything is pure. The kind's package decides which object holds a file.
 */
package dev.cacheward.redis.conf;
