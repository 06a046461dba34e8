package dev.cacheward.redis;

/** The servers that speak the protocol and are supported. */
public enum Product {
    REDIS("Redis"),
    VALKEY("Valkey");

    private final String title;

    Product(String title) {
        this.title = title;
    }

    /** As the product writes itself. */
    public String title() {
        return title;
    }
}
