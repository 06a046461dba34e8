package dev.cacheward.redis;

/** The product and version of a server. Valkey 8 is not newer than Redis 7: each product has its own numbers. */
public record ServerVersion(Product product, int major, int minor, int patch) {
    /** For a person: what {@link #supported} says. */
    public static final String SUPPORTED = "Redis 7.0 to 8, or Valkey 8 or 9";

    /** Reads {@code 8.0.6}; missing or odd parts count as 0. */
    public static ServerVersion parse(Product product, String dotted) {
        String[] parts = dotted.replaceFirst("^\\D+", "").split("\\.");
        return new ServerVersion(product, part(parts, 0), part(parts, 1), part(parts, 2));
    }

    /** Redis 7.0 to 8.x, Valkey 8 and 9: 6.2 lacks {@code maxmemory-clients}, and CONFIG SET of several parameters. */
    public boolean supported() {
        return product == Product.REDIS && (major == 7 || major == 8)
                || product == Product.VALKEY && (major == 8 || major == 9);
    }

    /** {@code Redis 8.0.6}, {@code Valkey 8.1.1}. */
    @Override
    public String toString() {
        return product.title() + " " + major + "." + minor + "." + patch;
    }

    private static int part(String[] parts, int index) {
        String digits = index < parts.length ? parts[index].replaceAll("\\D.*", "") : "";
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }
}
