/**
 * How the operator meets the API server: whose an object is, whether a live object still holds what is desired, the one writer
 * (server-side apply), what it was refused, the caches of children, and the constants of labels, annotations and field managers.
 * What is desired is decided in the packages of the kinds; nothing here knows Redis or the content of a ConfigMap.
 */
package dev.cacheward.kubernetes;
