/**
 * What the looks of both kinds share around their own rules: the annotations that pause and nudge, when to look again, the status
 * that was written last, and what is made of an error that nobody foresaw. The looks themselves are in the packages of the kinds.
 */
package dev.cacheward.reconcile;
