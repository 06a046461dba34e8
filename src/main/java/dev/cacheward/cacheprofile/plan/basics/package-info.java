/** This package checks the part of a profile's spec that does not depend on where the Redis is. It is pure. */
package dev.cacheward.cacheprofile.plan.basics;
