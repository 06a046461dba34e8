package dev.cacheward.ratelimitpolicy;

import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import dev.cacheward.delivery.BoundsCheck;
import dev.cacheward.validation.Bounds;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Policies as their authors write them. */
final class SamplePolicies {
    static final RateLimitPolicyValidator VALIDATOR = new RateLimitPolicyValidator(new BoundsCheck(Bounds.none()));

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private SamplePolicies() {}

    static RateLimitPolicy parse(String yaml) {
        return YAML.unmarshal(yaml, RateLimitPolicy.class);
    }

    /** A policy named shop for the profile of that name; further lines of the spec without their indentation. */
    static RateLimitPolicy policy(String... specLines) {
        return parse("""
                apiVersion: cacheward.dev/v1alpha1
                kind: RateLimitPolicy
                metadata: {name: shop, namespace: team, uid: 11111111-2222-3333-4444-555555555555, generation: 1}
                spec:
                  profileRef: {name: shop}
                """ + "  " + String.join("\n  ", specLines) + "\n");
    }

    static Policy valid(RateLimitPolicy policy) {
        ValidatedPolicy validated = VALIDATOR.validate(policy);
        if (validated instanceof ValidatedPolicy.Valid valid) {
            return valid.policy();
        }
        throw new AssertionError("expected a valid policy, but got " + validated);
    }
}
