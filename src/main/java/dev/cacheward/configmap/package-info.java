/**
 * How keys get into ConfigMaps: maps of our own (Own), keys in maps of others (Merge), the finalizer that stands for them, and the
 * farewell that takes them out. What the keys are is decided in {@code delivery}; who is restarted by them in {@code restart}.
 */
package dev.cacheward.configmap;
