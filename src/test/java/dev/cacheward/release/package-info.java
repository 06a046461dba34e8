/**
 * Writes a release as files: {@code mvn package -Prelease}. It lies beside the tests, since neither the operator nor its image needs
 * it, and uses their libraries.
 */
package dev.cacheward.release;
