/**
 * What somebody has changed on a running server by hand, and how it is undone. Pure; whether there is anything else to do first is
 * decided before.
 */
package dev.cacheward.cacheprofile.plan.drift;
