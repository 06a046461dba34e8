/**
 * This package holds what reads and writes for a Redis that the operator runs. Its entry point is {@link
 * dev.cacheward.cacheprofile.managed.ManagedProfiles}; the other classes read from the API server and from Redis, or write
 * there. What is decided belongs to {@code cacheprofile.plan}, and what a foreign server needs to {@code
 * cacheprofile.external}.
 */
package dev.cacheward.cacheprofile.managed;
