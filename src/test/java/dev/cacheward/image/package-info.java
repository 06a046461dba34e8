/** The image that the build makes, and the training of its JVM: {@code mvn package -DskipTests -Paot jib:buildTar}. It needs what only tests have. */
package dev.cacheward.image;
