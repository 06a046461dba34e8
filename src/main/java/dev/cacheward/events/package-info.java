/**
 * This package writes Events: one for each cause, counted rather than repeated, with a text that the API server accepts.
 * Package {@code status} decides what is worth an Event.
 */
package dev.cacheward.events;
