/**
 * Events: one for each cause, counted rather than repeated, with a text that the API server takes. What is worth an Event is
 * decided where conditions are.
 */
package dev.cacheward.events;
