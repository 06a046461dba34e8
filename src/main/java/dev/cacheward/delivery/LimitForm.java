package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.LimitDelivery;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.Formats;
import dev.cacheward.delivery.preset.limit.LimitPresets;
import dev.cacheward.delivery.value.LimitSettings;
import java.util.List;
import java.util.Optional;

/** The forms of a policy's limits. */
public record LimitForm(LimitSettings settings) implements DeliveryRendering.Form<LimitDelivery> {
    /**
     * Returns what a policy delivers.
     *
     * @param delivery null means the default
     */
    public static List<LimitDelivery> items(List<LimitDelivery> delivery, String defaultConfigMap) {
        return Optional.ofNullable(delivery)
                .orElseGet(() -> List.of(new LimitDelivery(
                        new ConfigMapTarget(defaultConfigMap, null), null, null, null, null, null, null)));
    }

    @Override
    public boolean isPreset(LimitDelivery item) {
        return item.preset() != null;
    }

    @Override
    public String name(LimitDelivery item) {
        return item.preset() == null ? Formats.of(item).value() : item.preset().value();
    }

    @Override
    public Rendered write(LimitDelivery item) {
        return item.preset() == null
                ? Formats.write(item, settings)
                : PresetItems.write(
                        item,
                        LimitPresets.isFile(item.preset()),
                        LimitPresets.dialect(item.preset(), Optional.ofNullable(item.key())),
                        settings);
    }
}
