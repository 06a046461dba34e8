/**
 * The whole of Cacheward on a laptop, for a person to look at: what happens is told as it happens. It knows the operator's
 * names from the outside only, as a user does; nothing is asserted here.
 */
package dev.cacheward.playground;
