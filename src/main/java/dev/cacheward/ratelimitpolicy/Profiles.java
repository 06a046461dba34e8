package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.kubernetes.fields.ManagedFieldsStrippingStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Watches and finds the profiles that policies refer to. */
final class Profiles {
    private static final String BY_PROFILE = "profile";

    private final KubernetesClient client;
    private final AtomicReference<InformerEventSource<CacheProfile, RateLimitPolicy>> source = new AtomicReference<>();

    Profiles(KubernetesClient client) {
        this.client = client;
    }

    /** Starts to watch the profiles. An event of a profile starts a reconciliation of every policy that names it. */
    EventSource<?, RateLimitPolicy> watch(EventSourceContext<RateLimitPolicy> context) {
        IndexerResourceCache<RateLimitPolicy> policies = context.getPrimaryCache();
        policies.addIndexers(Map.of(
                BY_PROFILE,
                policy -> List.of(key(policy, policy.getSpec().profileRef().name()))));
        InformerEventSourceConfiguration.Builder<CacheProfile> profiles = InformerEventSourceConfiguration.from(
                        CacheProfile.class, RateLimitPolicy.class)
                .withName("profiles")
                .withSecondaryToPrimaryMapper(profile -> concerned(policies, profile))
                .withNamespacesInheritedFromController();
        ManagedFieldsStrippingStore.<CacheProfile>of(context.getControllerConfiguration())
                .ifPresent(profiles::withItemStore);
        source.set(new InformerEventSource<>(profiles.build(), context));
        return source.get();
    }

    /**
     * Returns the profile of a policy. If the cache lacks it, the API server is asked: both are often applied together, and a
     * reconciliation that comes a moment too early would report a missing profile.
     */
    Optional<ProfileView> find(RateLimitPolicy policy) {
        String namespace = policy.getMetadata().getNamespace();
        String name = policy.getSpec().profileRef().name();
        return source.get()
                .get(new ResourceID(name, namespace))
                .or(() -> Optional.ofNullable(client.resources(CacheProfile.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()))
                .map(ProfileView::of);
    }

    private static Set<ResourceID> concerned(IndexerResourceCache<RateLimitPolicy> policies, CacheProfile profile) {
        return policies.byIndex(BY_PROFILE, key(profile, profile.getMetadata().getName())).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    private static String key(HasMetadata inNamespace, String profile) {
        return inNamespace.getMetadata().getNamespace() + "/" + profile;
    }
}
