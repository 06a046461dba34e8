/**
 * How keys get into ConfigMaps: maps of our own (Own), keys in maps of others (Merge), what each side of a merge may hold, the
 * finalizer that stands for merged keys, and the cleanup that takes them out. Which keys there are is decided in {@code delivery}.
 */
package dev.cacheward.configmap;
