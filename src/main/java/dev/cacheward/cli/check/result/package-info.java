/** This package holds the values that a check results in. How they were found and how they are written is not known here. */
package dev.cacheward.cli.check.result;
