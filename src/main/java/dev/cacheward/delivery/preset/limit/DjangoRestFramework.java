package dev.cacheward.delivery.preset.limit;

import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.delivery.dialect.Dialect;
import dev.cacheward.delivery.dialect.Rendered;
import dev.cacheward.delivery.format.PythonText;
import dev.cacheward.delivery.value.LimitSettings;
import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the throttles of Django REST framework read: a rate for each scope. A further rate of a limit is a scope of its own,
 * named after its window, such as {@code query/hour}, which no limit is called. No rate, which must be None, is no limit.
 */
record DjangoRestFramework(String file) implements Dialect<LimitSettings> {
    @Override
    public Rendered write(LimitSettings settings) {
        Unsaid unsaid = new Unsaid("DjangoRestFramework");
        unsaid.noShadow(settings);
        unsaid.want(settings, Windows::wholeUnit);
        ObjectNode scopes = JsonNodeFactory.instance.objectNode();
        settings.limits().forEach((name, limit) -> {
            List<Rate> rates = limit.rates();
            for (int index = 0; index < rates.size(); index++) {
                String unit = rates.get(index).wholeUnit().map(Unit::word).orElse("");
                scopes.put(
                        index == 0 ? name : name + "/" + unit,
                        settings.mode() == LimitMode.ENFORCE ? rates.get(index).amount() + "/" + unit : null);
            }
        });
        return unsaid.rendered(file, PythonText.assignment("THROTTLE_RATES", scopes));
    }
}
