package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.api.v1alpha1.LimitDelivery;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import java.util.Map;

/** Items of {@code spec.delivery}. */
public final class Items {
    private Items() {}

    /** Returns an item that says nothing but this. */
    public static TtlDelivery ttls(String configMap, DeliveryMode mode, DeliveryFormat format) {
        return new TtlDelivery(new ConfigMapTarget(configMap, mode), format, null, null, null, null, null);
    }

    /** Returns an item that says nothing but this. */
    public static LimitDelivery limits(String configMap, DeliveryFormat format) {
        return new LimitDelivery(new ConfigMapTarget(configMap, null), format, null, null, null, null, null);
    }

    /** Returns an item with names of its own. */
    public static TtlDelivery named(DeliveryFormat format, String prefix, String template, Map<String, String> names) {
        return new TtlDelivery(new ConfigMapTarget("shop", null), format, null, null, prefix, template, names);
    }

    /** Returns an item with a key of its own. */
    public static TtlDelivery keyed(DeliveryFormat format, String key) {
        return new TtlDelivery(new ConfigMapTarget("shop", null), format, null, key, null, null, null);
    }
}
