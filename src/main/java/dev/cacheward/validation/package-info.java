/**
 * Words for what a person wrote: a value or why it is none, problems of a field, and how a text is quoted. Of nothing else here;
 * which rules there are is said by those whose values they are.
 */
package dev.cacheward.validation;
