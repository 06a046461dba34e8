/**
 * The values of a warm roll, in which a second server takes over the data and the role of the first. Like the rest of the model
 * they say what is, and decide nothing.
 */
package dev.cacheward.cacheprofile.model.roll;
