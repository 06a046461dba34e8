/** Comparing rendered texts with files that a person reads; nothing here knows what is rendered. */
package dev.cacheward.golden;
