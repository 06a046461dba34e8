/**
 * What Cacheward knows about Redis without a server and without Kubernetes: passwords, connection URLs, products and their
 * versions. The files of a server belong to {@code conf}, and all talk with a running one to {@code client}.
 */
package dev.cacheward.redis;
