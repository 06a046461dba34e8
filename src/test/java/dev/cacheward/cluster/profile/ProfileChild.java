package dev.cacheward.cluster.profile;

import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.dsl.Resource;

/** What a profile owns, by the names that are promised; and for each an object of somebody else's that takes the name. */
enum ProfileChild {
    CACHE(ConfigMap.class, "-cache", "data: {theirs: kept}"),
    CONF(ConfigMap.class, "-redis-conf", "data: {theirs: kept}"),
    BINDING(Secret.class, "-redis", "stringData: {theirs: kept}"),
    ENVIRONMENT(Secret.class, "-redis-env", "stringData: {theirs: kept}"),
    SERVER_SECRET(Secret.class, "-redis-server", "stringData: {theirs: kept}"),
    SERVICE(Service.class, "-redis", "spec: {ports: [{port: 1}]}"),
    HEADLESS_SERVICE(Service.class, "-redis-pods", "spec: {ports: [{port: 1}]}"),
    ACCOUNT(ServiceAccount.class, "-redis", "automountServiceAccountToken: false"),
    NETWORK_POLICY(NetworkPolicy.class, "-redis", "spec: {podSelector: {matchLabels: {theirs: kept}}}"),
    STATEFUL_SET(
            StatefulSet.class,
            "-redis",
            "spec: {replicas: 0, serviceName: theirs, selector: {matchLabels: {theirs: kept}},"
                    + " template: {metadata: {labels: {theirs: kept}}, spec: {containers: [{name: theirs, image: theirs}]}}}"),
    CLAIM(
            PersistentVolumeClaim.class,
            "-redis-data",
            "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 16Mi}}}");

    private final Class<? extends HasMetadata> type;
    private final String suffix;
    private final String foreign;

    ProfileChild(Class<? extends HasMetadata> type, String suffix, String foreign) {
        this.type = type;
        this.suffix = suffix;
        this.foreign = foreign;
    }

    String name(String profile) {
        return profile + suffix;
    }

    Resource<? extends HasMetadata> in(TestNamespace namespace, String profile) {
        return TestCluster.get()
                .client()
                .resources(type)
                .inNamespace(namespace.name())
                .withName(name(profile));
    }

    /** A manifest for an object of the same name that has nothing to do with the profile. */
    String foreign(String profile) {
        return "apiVersion: " + HasMetadata.getApiVersion(type) + "\nkind: " + HasMetadata.getKind(type)
                + "\nmetadata: {name: " + name(profile) + "}\n" + foreign + "\n";
    }
}
