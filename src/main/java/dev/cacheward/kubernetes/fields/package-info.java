/**
 * This package reads and writes single fields of objects: who wrote them, and the texts in a Secret. It makes no request.
 */
package dev.cacheward.kubernetes.fields;
