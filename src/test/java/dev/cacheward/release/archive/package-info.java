/** Archives that two builds write alike: no time of this day, no owner, no order of a disk. */
package dev.cacheward.release.archive;
