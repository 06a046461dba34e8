package dev.cacheward.release;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain manifests with the image named by its digest: what runs is what was released, whatever a tag says. */
final class PinnedManifests {
    private static final Pattern IMAGE = Pattern.compile("(?m)^( +image: )\"([^\"]+)\"$");
    private static final Pattern TAG = Pattern.compile("(:[^:/@]+)?(@.+)?$");

    private PinnedManifests() {}

    /**
     * @param manifests as they are in the repository
     * @param repository of the image, without tag; empty keeps the name that the manifests have
     */
    static String of(String manifests, Optional<String> repository, String digest) {
        List<String> images = IMAGE.matcher(manifests)
                .results()
                .map((MatchResult image) -> image.group(2))
                .toList();
        if (images.size() != 1) {
            throw new IllegalStateException("The manifests have to name one image, and name " + images);
        }
        String name = repository.orElseGet(() -> TAG.matcher(images.get(0)).replaceFirst(""));
        return IMAGE.matcher(manifests).replaceFirst("$1\"" + Matcher.quoteReplacement(name + "@" + digest) + "\"");
    }
}
