package dev.cacheward.cli.imports.server;

import dev.cacheward.redis.Product;
import dev.cacheward.redis.ServerVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises images of Redis and its relatives by their names. */
public final class Images {
    private static final Pattern PARTS = Pattern.compile("(?<path>[^@\\s]*?)(:(?<tag>[\\w][\\w.-]*))?(@[\\w:]+)?");
    private static final Pattern SERVER = Pattern.compile(
            "(?i)(redis|valkey)(-(ha|server|alpine|stack|stack-server|bundle))?|redismod|redisearch|rejson|keydb"
                    + "|dragonfly|garnet|kvrocks|redis-(cluster|sentinel)|valkey-(cluster|sentinel)");

    private static final Pattern OFFICIAL = Pattern.compile("(.*/)?(redis|valkey)");

    private Images() {}

    /**
     * What is said of an image.
     *
     * @param version empty if the image's name does not say it
     * @param refusal why the operator cannot run it; empty if it can
     */
    public record Verdict(Optional<ServerVersion> version, Optional<String> refusal) {}

    /** Whether it is an image of a Redis, or of something that answers like one. */
    public static boolean isServer(String image) {
        String path = path(image);
        return SERVER.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    /** Whether the image is one of Bitnami's, which is set up by variables. */
    public static boolean isBitnami(String image) {
        return path(image).matches("(.*/)?(bitnami|bitnamilegacy|bitnamisecure)/.*");
    }

    /** Says whether the operator can run an image. */
    public static Verdict verdict(String image) {
        String path = path(image);
        if (isBitnami(image)) {
            return refused("it starts by Bitnami's own scripts; the operator's own image is used");
        }
        if (!OFFICIAL.matcher(path).matches()) {
            return refused("it is no image of Redis or Valkey alone: " + ServerVersion.SUPPORTED
                    + " without modules is what the operator runs; its own image is used");
        }
        Product product = path.endsWith("valkey") ? Product.VALKEY : Product.REDIS;
        Optional<ServerVersion> version =
                tag(image).filter(tag -> tag.matches("v?[0-9].*")).map(tag -> ServerVersion.parse(product, tag));
        if (version.isEmpty()) {
            return refused("it names no version; the operator's own image is used, which is pinned");
        }
        return version.get().supported()
                ? new Verdict(version, Optional.empty())
                : refused("the operator runs " + ServerVersion.SUPPORTED + "; its own image is used");
    }

    private static Verdict refused(String why) {
        return new Verdict(Optional.empty(), Optional.of(why));
    }

    private static String path(String image) {
        Matcher parts = PARTS.matcher(image);
        return parts.matches() ? parts.group("path") : image;
    }

    private static Optional<String> tag(String image) {
        Matcher parts = PARTS.matcher(image);
        return parts.matches() ? Optional.ofNullable(parts.group("tag")) : Optional.empty();
    }
}
