/**
 * This package reads and writes through the API server. It knows who owns an object, whether a live object still holds what is
 * desired, what a refusal means, the one writer (server-side apply), the caches of children, and the names of labels,
 * annotations, finalizers and field managers. The kinds decide what is desired. Nothing here asks a Redis or knows the content
 * of a ConfigMap.
 */
package dev.cacheward.kubernetes;
