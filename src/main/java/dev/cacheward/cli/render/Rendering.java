package dev.cacheward.cli.render;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cacheprofile.plan.external.ExternalValidator;
import dev.cacheward.cli.manifest.Manifest;
import dev.cacheward.cli.offline.OfflineOperator;
import dev.cacheward.cli.offline.OfflineResources;
import dev.cacheward.runtime.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders all resources of some manifests that are valid: the profiles first, since policies take their connection up. */
final class Rendering {
    private final OfflineResources resources;
    private final OfflineOperator operator;
    private final ManagedObjects managed;
    private final Map<String, Secret> bindings = new HashMap<>();

    Rendering(Settings settings, String namespace) {
        this.resources = new OfflineResources(namespace);
        this.operator = new OfflineOperator(settings);
        this.managed = new ManagedObjects(settings);
    }

    List<Rendered> of(List<Manifest> manifests) {
        List<Rendered> rendered = new ArrayList<>();
        manifests.stream()
                .filter(manifest -> manifest.text("kind").equals("CacheProfile"))
                .flatMap(manifest -> resources.profile(manifest).stream())
                .map(this::profile)
                .forEach(rendered::add);
        manifests.stream()
                .filter(manifest -> manifest.text("kind").equals("RateLimitPolicy"))
                .flatMap(manifest -> resources.policy(manifest).stream())
                .map(this::policy)
                .forEach(rendered::add);
        return rendered;
    }

    private Rendered profile(CacheProfile profile) {
        Rendered rendered = ExternalValidator.isExternal(profile)
                ? new ExternalObjects(operator).of(profile)
                : managed.of(profile, operator.managed(profile));
        rendered.objects().stream()
                .map(Rendered.Item::object)
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .filter(secret -> secret.getType() != null && secret.getType().startsWith("servicebinding.io/"))
                .forEach(secret ->
                        bindings.put(key(profile, profile.getMetadata().getName()), secret));
        return rendered;
    }

    private Rendered policy(RateLimitPolicy policy) {
        String profile = key(policy, policy.getSpec().profileRef().name());
        return new PolicyObjects(operator).of(policy, Optional.ofNullable(bindings.get(profile)));
    }

    private static String key(HasMetadata resource, String profile) {
        return resource.getMetadata().getNamespace() + "/" + profile;
    }
}
