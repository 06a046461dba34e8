/**
 * This package writes keys into ConfigMaps: whole maps of our own (Own) and keys in foreign maps (Merge). It knows what each
 * side of a merge may hold, the finalizer that stands for merged keys, and the cleanup that takes them out. Package {@code
 * delivery} decides which keys there are.
 */
package dev.cacheward.configmap;
