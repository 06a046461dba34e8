package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.PythonText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What django-ratelimit reads. It takes the first rate of a text and forgets the others, so each limit is a list with a
 * decorator for each rate. RATELIMIT_ENABLE must be a bool, since every text is true.
 */
record DjangoRatelimit(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        ObjectNode rates = JsonNodeFactory.instance.objectNode();
        settings.limits().forEach((name, limit) -> {
            ArrayNode all = rates.putArray(name);
            limit.rates().forEach(rate -> all.add(text(rate)));
        });
        return Rendered.file(
                file,
                PythonText.assignment("RATELIMIT_ENABLE", BooleanNode.valueOf(settings.mode() != LimitMode.DISABLED))
                        + PythonText.assignment(
                                "RATELIMIT_BLOCK", BooleanNode.valueOf(settings.mode() == LimitMode.ENFORCE))
                        + PythonText.assignment("RATELIMIT_RATES", rates));
    }

    /** The unit's first letter, in lower case; anything else would be a second. */
    private static String text(Rate rate) {
        String multiple = rate.multiple() == 1 ? "" : Long.toString(rate.multiple());
        return rate.amount() + "/" + multiple + rate.unit().word().charAt(0);
    }
}
