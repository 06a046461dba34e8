package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** Where the connection leads that applications have now. */
public enum Publication {
    /** There is none. */
    NOTHING,
    /** It leads to a Redis that the operator runs. */
    MANAGED,
    /** It leads to a Redis of somebody else, which the spec does not name, or not with this login. */
    OTHER,
    /** It is the one that the spec names. */
    WANTED;

    /** @param binding the Secret to publish; empty if it is not known */
    static Publication of(Observed observed, Optional<Secret> binding) {
        Optional<Secret> live = observed.server().binding();
        if (live.isEmpty()) {
            return observed.server().statefulSet().isPresent() ? MANAGED : NOTHING;
        }
        if (!PublishedSecret.isExternal(live.get())) {
            return MANAGED;
        }
        return binding.filter(desired -> PublishedSecret.isSameConnection(live.get(), desired))
                        .isPresent()
                ? WANTED
                : OTHER;
    }
}
