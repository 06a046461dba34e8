package dev.cacheward.delivery.dialect;

import dev.cacheward.delivery.value.Settings;

/**
 * A form in which an application reads its settings. Equal input gives equal text, without a timestamp.
 *
 * @param <S> what it can express: TTLs, limits or both
 */
@FunctionalInterface
public interface Dialect<S extends Settings> {
    /** Writes the settings, or says why it cannot. */
    Rendered write(S settings);
}
