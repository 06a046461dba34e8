/** Tests of the page of a diagnosis. */
package dev.cacheward.cli.diagnose.page;
