package dev.cacheward.redis;

/** The servers that speak the protocol and can be told apart by INFO. Only Redis and Valkey are supported. */
public enum Product {
    VALKEY("Valkey", "valkey_version"),
    REDICT("Redict", "redict_version"),
    DRAGONFLY("Dragonfly", "dragonfly_version"),
    GARNET("Garnet", "garnet_version"),
    KVROCKS("Kvrocks", "kvrocks_version"),
    MEMURAI("Memurai", "memurai_version"),
    KEVY("kevy", "kevy_version"),
    /** The last, since the others send this field as well. */
    REDIS("Redis", "redis_version");

    private final String title;
    private final String infoField;

    Product(String title, String infoField) {
        this.title = title;
        this.infoField = infoField;
    }

    /** As the product writes itself. */
    public String title() {
        return title;
    }

    /** The field of INFO that has the product's own version. */
    public String infoField() {
        return infoField;
    }
}
