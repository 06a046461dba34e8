/**
 * This package decides which servers are asked now and which wait, so that servers without an answer hold no thread that others
 * need. What is asked belongs to the packages above.
 */
package dev.cacheward.cacheprofile.turns;
