package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.Binding;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.kubernetes.Ownership;
import dev.cacheward.kubernetes.fields.ManagedFieldsStrippingStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
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
    private final AtomicReference<InformerEventSource<Secret, RateLimitPolicy>> secrets = new AtomicReference<>();

    Profiles(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Starts to watch the profiles and their Secrets. An event of either starts a reconciliation of every policy that names the
     * profile.
     */
    List<EventSource<?, RateLimitPolicy>> watch(EventSourceContext<RateLimitPolicy> context) {
        IndexerResourceCache<RateLimitPolicy> policies = context.getPrimaryCache();
        policies.addIndexers(Map.of(
                BY_PROFILE,
                policy -> List.of(key(policy, policy.getSpec().profileRef().name()))));
        InformerEventSourceConfiguration.Builder<CacheProfile> profiles = InformerEventSourceConfiguration.from(
                        CacheProfile.class, RateLimitPolicy.class)
                .withName("profiles")
                .withSecondaryToPrimaryMapper(profile ->
                        concerned(policies, profile, profile.getMetadata().getName()))
                .withNamespacesInheritedFromController();
        ManagedFieldsStrippingStore.<CacheProfile>of(context.getControllerConfiguration())
                .ifPresent(profiles::withItemStore);
        source.set(new InformerEventSource<>(profiles.build(), context));
        secrets.set(secrets(context, policies));
        return List.of(source.get(), secrets.get());
    }

    private static InformerEventSource<Secret, RateLimitPolicy> secrets(
            EventSourceContext<RateLimitPolicy> context, IndexerResourceCache<RateLimitPolicy> policies) {
        InformerEventSourceConfiguration.Builder<Secret> published = InformerEventSourceConfiguration.from(
                        Secret.class, RateLimitPolicy.class)
                .withName("connections")
                .withLabelSelector(Labels.CHILDREN_SELECTOR + "," + OwnerKind.PROFILE.label())
                .withSecondaryToPrimaryMapper(secret -> concerned(
                        policies, secret, secret.getMetadata().getLabels().get(OwnerKind.PROFILE.label())))
                .withNamespacesInheritedFromController();
        ManagedFieldsStrippingStore.<Secret>of(context.getControllerConfiguration())
                .ifPresent(published::withItemStore);
        return new InformerEventSource<>(published.build(), context);
    }

    /**
     * Returns the profile of a policy. If the cache lacks it, the API server is asked: both are often applied together, and a
     * reconciliation that comes a moment too early would report a missing profile.
     */
    Optional<ProfileView> find(RateLimitPolicy policy) {
        return profile(policy).map(ProfileView::of);
    }

    private Optional<CacheProfile> profile(RateLimitPolicy policy) {
        String namespace = policy.getMetadata().getNamespace();
        String name = policy.getSpec().profileRef().name();
        return source.get()
                .get(new ResourceID(name, namespace))
                .or(() -> Optional.ofNullable(client.resources(CacheProfile.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    /** Returns the connection that the profile of a policy publishes; empty if it publishes none yet. */
    Optional<LimiterConnection> connection(RateLimitPolicy policy) {
        return profile(policy)
                .flatMap(profile -> binding(profile)
                        .flatMap(name -> secrets.get()
                                .get(new ResourceID(name, profile.getMetadata().getNamespace())))
                        .filter(secret -> Ownership.of(secret, Owner.of(profile)) == Ownership.OURS)
                        .flatMap(LimiterConnection::of));
    }

    private static Optional<String> binding(CacheProfile profile) {
        return Optional.ofNullable(profile.getStatus())
                .map(CacheProfileStatus::binding)
                .map(Binding::name);
    }

    private static Set<ResourceID> concerned(
            IndexerResourceCache<RateLimitPolicy> policies, HasMetadata inNamespace, String profile) {
        return policies.byIndex(BY_PROFILE, key(inNamespace, profile)).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    private static String key(HasMetadata inNamespace, String profile) {
        return inNamespace.getMetadata().getNamespace() + "/" + profile;
    }
}
