/**
 * How the operator meets the API server: who owns an object, whether a live object still holds what is desired, the one writer
 * (server-side apply), what a refusal means, the caches of children, and the constants of labels, annotations and field managers.
 * What is desired is decided by the kinds. Nothing here knows Redis or the content of a ConfigMap.
 */
package dev.cacheward.kubernetes;
