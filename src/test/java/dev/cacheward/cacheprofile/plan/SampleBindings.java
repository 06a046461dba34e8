package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.redis.Password;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** The Secrets with the connection to a server that encrypts nothing. */
public final class SampleBindings {
    private SampleBindings() {}

    public static Secret binding(Profile profile, Password password) {
        return BindingRenderer.binding(profile.basics(), profile.connection(password, Optional.empty()));
    }

    public static Secret environment(Profile profile, Password password) {
        return BindingRenderer.environment(profile.basics(), profile.connection(password, Optional.empty()));
    }
}
