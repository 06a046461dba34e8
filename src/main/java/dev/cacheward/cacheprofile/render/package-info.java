/**
 * This package renders Kubernetes objects from the model, with one class for each object or part of one. The same input always
 * gives the same bytes. Package {@code plan} decides whether an object is written; the content of the Redis files belongs to
 * {@code dev.cacheward.redis.conf}.
 */
package dev.cacheward.cacheprofile.render;
