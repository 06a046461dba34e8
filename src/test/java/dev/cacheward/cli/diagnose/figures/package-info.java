/** Tests of the tables of a diagnosis. */
package dev.cacheward.cli.diagnose.figures;
