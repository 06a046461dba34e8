/** Makes the tables of a diagnosis from what a server said. Nothing here asks anything. */
package dev.cacheward.cli.diagnose.figures;
