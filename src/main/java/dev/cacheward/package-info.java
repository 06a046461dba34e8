/**
 * The way in: {@link dev.cacheward.Operator} reads the configuration, makes the clients, registers one reconciler for each kind
 * and starts them. Everything else lives in a package of its kind; {@code src/site/markdown/architecture.md} is the map.
 */
package dev.cacheward;
