/** Certificates that tests make for themselves. */
package dev.cacheward.testbed.certificates;
