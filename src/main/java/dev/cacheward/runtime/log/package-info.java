/** This package writes the lines of the log: their form, their level, and one line for each event whatever its text holds. */
package dev.cacheward.runtime.log;
