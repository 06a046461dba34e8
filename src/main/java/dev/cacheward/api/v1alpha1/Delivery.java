package dev.cacheward.api.v1alpha1;

import java.util.Map;

/** What {@code spec.delivery} of both kinds says of one target. */
public sealed interface Delivery permits TtlDelivery, LimitDelivery {
    /** Returns the ConfigMap that receives the keys. */
    ConfigMapTarget configMap();

    /** Returns the form of the values; null means Env, or that a preset says it. */
    DeliveryFormat format();

    /** Returns the key of a format that is one text; null means the format's default. */
    String key();

    /** Returns what stands before each name; null means nothing. */
    String prefix();

    /** Returns how the name of an entry becomes the name that the application reads; null means the format's default. */
    String template();

    /** Returns entries whose name is none of the template's; null means none. */
    Map<String, String> names();
}
