/** Trains the image's JVM: {@code mvn package -DskipTests -Paot jib:buildTar}. No tests; it needs what only tests have. */
package dev.cacheward.image;
