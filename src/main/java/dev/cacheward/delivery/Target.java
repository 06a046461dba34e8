package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A ConfigMap and all that one resource delivers into it.
 *
 * @param configMap its name
 * @param formats at least one; sorted
 */
public record Target(String configMap, DeliveryMode mode, Set<DeliveryFormat> formats) {
    /** @throws IllegalArgumentException when there is no format */
    public Target {
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("no format for ConfigMap " + configMap);
        }
        formats = Collections.unmodifiableSortedSet(new TreeSet<>(formats));
    }
}
