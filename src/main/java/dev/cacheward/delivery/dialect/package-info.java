/**
 * This package says what a form of the delivered values is: settings come in, keys of a ConfigMap come out, and what the form
 * cannot express is told. The forms themselves belong to {@code format} and {@code preset}.
 */
package dev.cacheward.delivery.dialect;
