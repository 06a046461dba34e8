/**
 * The files that a server starts from, {@code redis.conf}, the renames and the ACL users, and the catalogues of what may stand
 * in them. Everything is pure. Which object holds a file belongs to the package of the kind.
 */
package dev.cacheward.redis.conf;
