/**
 * What Cacheward knows about Redis, without Kubernetes: the files that a server starts from ({@code redis.conf}, the renames,
 * the ACL users), the catalogues of parameters and commands that say what may stand in them, the passwords, and the port
 * through which a running server is asked and checked. The renderers and catalogues are pure; only the gateway speaks to a
 * server and alone knows the client library. Which objects hold the files, and when anything is asked, is decided elsewhere.
 */
package dev.cacheward.redis;
