package dev.cacheward.release;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a release is made of.
 *
 * @param version such as 0.1.0
 * @param commit that is built, 40 hexadecimal digits
 * @param time that every file in the archives has
 * @param repository where the image is to be, without tag; empty keeps the name in the plain manifests
 * @param bases what the images of the platforms are built on, as Jib is told
 * @param builder who builds, with what
 * @param build folder that Maven writes to
 */
record Release(
        String version,
        String commit,
        Instant time,
        Optional<String> repository,
        List<String> bases,
        Builder builder,
        Path build) {}
