/**
 * This package holds what the reconciliations of both kinds share: which events start one, the checks before it, when the next
 * one is due, the status that was written last, and the handling of unforeseen errors. The steps themselves belong to the
 * kinds.
 */
package dev.cacheward.reconcile;
