/**
 * The values of a rotation, in which a server takes two passwords for a while. They say what is remembered of it and what is asked
 * for, and decide nothing.
 */
package dev.cacheward.cacheprofile.model.rotation;
