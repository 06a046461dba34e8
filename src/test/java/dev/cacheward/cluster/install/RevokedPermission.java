package dev.cacheward.cluster.install;

import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/** One verb on one resource that an installed operator lacks, until it is granted again. */
final class RevokedPermission {
    private static final String ACCOUNT = "cacheward";

    private final KubernetesClient client;
    private final String role;
    private final List<PolicyRule> all;

    /**
     * Returns when the API server refuses it.
     *
     * @param release with a ClusterRole, so for all namespaces
     */
    RevokedPermission(KubernetesClient client, HelmRelease release, String verb, String resource) {
        this.client = client;
        this.role = release.clusterRole();
        this.all = client.rbac().clusterRoles().withName(role).get().getRules();
        grant(all.stream().flatMap(rule -> without(rule, verb, resource)).toList());
        String user = "system:serviceaccount:" + release.namespace().name() + ":" + ACCOUNT;
        TestNamespace.patiently().until(() -> !may(user, verb, group(resource), resource));
    }

    void grantAgain() {
        grant(all);
    }

    private void grant(List<PolicyRule> rules) {
        client.rbac().clusterRoles().withName(role).edit(now -> with(now, rules));
    }

    private static ClusterRole with(ClusterRole role, List<PolicyRule> rules) {
        return role.edit().withRules(rules).build();
    }

    private static Stream<PolicyRule> without(PolicyRule rule, String verb, String resource) {
        return rule.getResources().stream()
                .map(each -> new PolicyRuleBuilder(rule)
                        .withResources(each)
                        .withVerbs(rule.getVerbs().stream()
                                .filter(granted -> !each.equals(resource) || !granted.equals(verb))
                                .toList())
                        .build());
    }

    private String group(String resource) {
        return all.stream()
                .filter(rule -> rule.getResources().contains(resource))
                .findFirst()
                .orElseThrow()
                .getApiGroups()
                .get(0);
    }

    private boolean may(String user, String verb, String group, String resource) {
        SubjectAccessReview review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(user)
                .withNewResourceAttributes()
                .withNamespace("default")
                .withVerb(verb)
                .withGroup(group)
                .withResource(resource)
                .endResourceAttributes()
                .endSpec()
                .build();
        return client.resource(review).create().getStatus().getAllowed();
    }
}
