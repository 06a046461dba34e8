/**
 * The whole operator on the embedded API, with real Redis processes: what it does from event to status, and how many requests it
 * takes. What needs a real API server (admission, field ownership) or real pods is tested in {@code cluster}.
 */
package dev.cacheward.operator;
