package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.Formats;
import dev.cacheward.delivery.preset.cache.CachePresets;
import dev.cacheward.delivery.value.TtlSettings;
import java.util.List;
import java.util.Optional;

/** The forms of a profile's TTLs. */
public record TtlForm(TtlSettings settings) implements DeliveryRendering.Form<TtlDelivery> {
    /**
     * Returns what a profile delivers.
     *
     * @param delivery null means the default
     */
    public static List<TtlDelivery> items(List<TtlDelivery> delivery, String defaultConfigMap) {
        return Optional.ofNullable(delivery)
                .orElseGet(() -> List.of(new TtlDelivery(
                        new ConfigMapTarget(defaultConfigMap, null), null, null, null, null, null, null)));
    }

    @Override
    public boolean isPreset(TtlDelivery item) {
        return item.preset() != null;
    }

    @Override
    public String name(TtlDelivery item) {
        return item.preset() == null ? Formats.of(item).value() : item.preset().value();
    }

    @Override
    public Rendered write(TtlDelivery item) {
        return item.preset() == null
                ? Formats.write(item, settings)
                : PresetItems.write(
                        item,
                        CachePresets.isFile(item.preset()),
                        CachePresets.dialect(item.preset(), Optional.ofNullable(item.key())),
                        settings);
    }
}
