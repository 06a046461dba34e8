package dev.cacheward.release.sbom;

import dev.cacheward.release.archive.Digest;
import dev.cacheward.release.archive.PlatformImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files of an image that say what is installed in it.
 *
 * @param texts by path, without a slash in front
 */
record LayerFiles(SortedMap<String, String> texts) {
    private static final Pattern DPKG = Pattern.compile("var/lib/dpkg/status(\\.d/(?!.*\\.md5sums$)[^/]+)?");
    private static final Pattern APK = Pattern.compile("(usr/)?lib/apk/db/installed");
    private static final Pattern OS_RELEASE = Pattern.compile("(etc|usr/lib)/os-release");
    private static final Pattern JAVA_RELEASE = Pattern.compile("(.+/)?release");
    private static final List<Pattern> WANTED = List.of(DPKG, APK, OS_RELEASE, JAVA_RELEASE);

    /** Of an upper layer rather than of a lower one. */
    static LayerFiles of(PlatformImage image) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Digest layer : image.layers()) {
            try (InputStream bytes = new GZIPInputStream(image.blob(layer));
                    TarArchiveInputStream tar = new TarArchiveInputStream(bytes)) {
                collect(tar, texts);
            }
        }
        return new LayerFiles(texts);
    }

    private static void collect(TarArchiveInputStream tar, SortedMap<String, String> texts) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String path = entry.getName().replaceFirst("^\\.?/", "");
            if (entry.isFile()
                    && WANTED.stream().anyMatch(pattern -> pattern.matcher(path).matches())) {
                texts.put(path, new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** Debian's and Ubuntu's lists of packages; those without a shell have a file for each package. */
    List<String> dpkg() {
        return matching(DPKG);
    }

    List<String> apk() {
        return matching(APK);
    }

    Optional<Assignments> distribution() {
        return matching(OS_RELEASE).stream().findFirst().map(Assignments::parse);
    }

    /** What each Java says of itself. */
    List<Assignments> javas() {
        return matching(JAVA_RELEASE).stream()
                .map(Assignments::parse)
                .filter(release -> release.find("JAVA_VERSION").isPresent())
                .toList();
    }

    private List<String> matching(Pattern path) {
        return texts.entrySet().stream()
                .filter(file -> path.matcher(file.getKey()).matches())
                .map(SortedMap.Entry::getValue)
                .toList();
    }
}
