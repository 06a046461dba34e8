/**
 * From the model to Kubernetes objects, one class for each object or part of one. The same input always renders the same bytes.
 * Whether an object is written belongs to {@code plan}; the content of the Redis files to {@code dev.cacheward.redis.conf}.
 */
package dev.cacheward.cacheprofile.render;
