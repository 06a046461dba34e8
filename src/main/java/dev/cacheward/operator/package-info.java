/**
 * This package is the process: it makes the clients, registers one reconciler for each kind, waits to become the leader and
 * stops in order. The work on a resource belongs to the package of its kind, the command line to {@code dev.cacheward.cli}.
 */
package dev.cacheward.operator;
