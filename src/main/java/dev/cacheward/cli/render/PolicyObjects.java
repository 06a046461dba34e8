package dev.cacheward.cli.render;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.cli.offline.OfflineOperator;
import dev.cacheward.ratelimitpolicy.LimiterConnection;
import dev.cacheward.ratelimitpolicy.Policy;
import dev.cacheward.ratelimitpolicy.ValidatedPolicy;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a policy. */
record PolicyObjects(OfflineOperator operator) {
    /**
     * @param policy valid
     * @param binding the Secret of its profile; empty if that is not known
     */
    Rendered of(RateLimitPolicy policy, Optional<Secret> binding) {
        Policy valid = ((ValidatedPolicy.Valid) operator.policy(policy)).policy();
        List<Rendered.Item> objects = new ArrayList<>(DeliveredMaps.of(valid.owner(), valid.deliveries()));
        binding.flatMap(LimiterConnection::of)
                .map(connection -> connection.environment(valid.owner()))
                .map(Rendered.Item::of)
                .ifPresent(objects::add);
        List<String> notes = binding.isPresent()
                ? List.of()
                : List.of("RateLimitPolicy " + Quote.whole(valid.owner().name())
                        + ": the connection of CacheProfile "
                        + Quote.whole(policy.getSpec().profileRef().name())
                        + " is not known here, so the Secret with RATE_LIMIT_STORAGE_URI is left out.");
        return new Rendered(objects, notes);
    }
}
