/**
 * What the reconciliations of both kinds share: which events start one, the order of the gates before it, when the next one is
 * due, the status that was written last, and what is made of an unforeseen error. The steps themselves belong to the kinds.
 */
package dev.cacheward.reconcile;
