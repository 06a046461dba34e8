/**
 * The ground on which everything stands: a parsed value or why it is none, the problems of a field, how a text is quoted, and the
 * fingerprint of a text. It knows nothing else of ours; each rule belongs to the package whose values it guards.
 */
package dev.cacheward.validation;
