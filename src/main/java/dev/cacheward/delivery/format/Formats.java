package dev.cacheward.delivery.format;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.DeliveryFormat;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.Settings;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Optional;

/** Writes items of {@code spec.delivery} that name no preset. */
public final class Formats {
    private Formats() {}

    /** Returns the format of an item. */
    public static DeliveryFormat of(Delivery item) {
        return Optional.ofNullable(item.format()).orElse(DeliveryFormat.ENV);
    }

    /** Writes the settings as the item wants them. */
    public static Rendered write(Delivery item, Settings settings) {
        DeliveryFormat format = of(item);
        if (item.key() != null && (format == DeliveryFormat.ENV || format == DeliveryFormat.ENV_JSON)) {
            return Rendered.refused(List.of(new Problem(
                    "key",
                    "says nothing with format " + format.value()
                            + ", which has a key for each value; allowed with DotEnv,"
                            + " Json, Yaml, Toml, Properties and Python")));
        }
        return new FormatDialect(format, Optional.ofNullable(item.key()), ItemNames.of(item)).write(settings);
    }
}
