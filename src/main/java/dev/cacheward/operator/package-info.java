/**
 * The process: it makes the clients, registers one reconciler for each kind, waits for the lead and stops in order. What is
 * done for a resource belongs to the package of its kind; what a person types belongs to {@code dev.cacheward.cli}.
 */
package dev.cacheward.operator;
