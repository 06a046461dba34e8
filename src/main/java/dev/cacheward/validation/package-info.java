/**
 * Every package may use what lies here: a parsed value or the reason why it is invalid, the problems of a field, the quoting
 * and the fingerprint of a text, and blocks of addresses. This package knows no other of ours; each rule belongs to the package whose values it guards.
 */
package dev.cacheward.validation;
