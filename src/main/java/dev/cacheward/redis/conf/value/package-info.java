/**
 * This package knows the values of parameters: which ones a rule allows, and how a server prints one that it was given. It
 * does not know which parameter has which rule. Everything is pure.
 */
package dev.cacheward.redis.conf.value;
