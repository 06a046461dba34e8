/** This package puts into words what is known of a Redis that somebody else runs. It is pure. */
package dev.cacheward.cacheprofile.report.external;
