package dev.cacheward.delivery;

import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.value.Settings;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.List;

/** Writes items of {@code spec.delivery} that name a preset. */
final class PresetItems {
    private PresetItems() {}

    /** @param file whether the preset writes a key whose name the author may choose */
    static <S extends Settings> Rendered write(Delivery item, boolean file, Dialect<S> dialect, S settings) {
        List<Problem> problems = new ArrayList<>();
        refuse("format", item.format() != null, "a preset has a format of its own; keep one of the two", problems);
        refuse("key", item.key() != null && !file, "this preset has a key for each value", problems);
        refuse("prefix", item.prefix() != null, "a preset has names of its own", problems);
        refuse("template", item.template() != null, "a preset has names of its own", problems);
        refuse("names", item.names() != null && !item.names().isEmpty(), "a preset has names of its own", problems);
        return problems.isEmpty() ? dialect.write(settings) : Rendered.refused(problems);
    }

    private static void refuse(String field, boolean said, String why, List<Problem> problems) {
        if (said) {
            problems.add(new Problem(field, "cannot be set beside preset: " + why));
        }
    }
}
