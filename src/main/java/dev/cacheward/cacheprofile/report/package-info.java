/**
 * This package words what is reported about a profile: the conditions, the status, and the cause that a pod's state or log
 * shows. Nothing here decides what is done next.
 */
package dev.cacheward.cacheprofile.report;
