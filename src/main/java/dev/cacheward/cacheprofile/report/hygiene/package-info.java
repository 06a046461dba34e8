/** Puts into words what was found out about keys, and how far a purge is. */
package dev.cacheward.cacheprofile.report.hygiene;
