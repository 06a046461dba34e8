/** This package writes the result of a check: for a person, for a script, and in the formats that CI systems show. */
package dev.cacheward.cli.check.report;
