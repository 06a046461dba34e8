/**
 * How the operator meets the API server: who owns an object, whether a live object still holds what is desired, the one writer
 * (server-side apply), what a refusal means, the caches of children, and the names of labels, annotations, finalizers and field
 * managers. What is desired is decided by the kinds. Nothing here asks a Redis or knows the content of a ConfigMap.
 */
package dev.cacheward.kubernetes;
