package dev.cacheward.cluster.contention;

import dev.cacheward.status.ConditionType;
import java.util.Locale;

/** A field of ours that somebody else holds, for each kind of what the operator writes. */
enum ContestedField {
    STATEFUL_SET(
            "apps/statefulsets",
            "/statefulsets/shop-redis",
            "[JSONPatch{op: \"add\", path: \"/spec/template/spec/containers/0/resources/requests/cpu\", value: \"250m\"}]",
            "StatefulSet \"shop-redis\" does not stay as it is written:"
                    + " spec.template.spec.containers[redis].resources.requests.cpu is \"250m\" instead of"),
    STATEFUL_SET_LABEL(
            "apps/statefulsets",
            "/statefulsets/shop-redis",
            label(),
            "StatefulSet \"shop-redis\" does not stay as it is written: metadata.labels[app.kubernetes.io/component] is"
                    + " \"theirs\" instead of \"server\"."),
    SECRET(
            "/secrets",
            "/secrets/shop-redis",
            "[JSONPatch{op: \"add\", path: \"/data/host\", value: \"dGhlaXJz\"}]",
            "Secret \"shop-redis\" does not stay as it is written: data.host has not the value that is wanted (neither is"
                    + " shown)."),
    CONF(
            "/configmaps",
            "/configmaps/shop-redis-conf",
            label(),
            "ConfigMap \"shop-redis-conf\" does not stay as it is written:"),
    DELIVERED_KEY(
            "/configmaps",
            "/configmaps/shop-cache",
            "[JSONPatch{op: \"add\", path: \"/data/CACHE_TTL_USERS\", value: \"7\"}]",
            "ConfigMap \"shop-cache\" does not stay as it is written: data.CACHE_TTL_USERS is \"7\" instead of \"60\".") {
        @Override
        ConditionType told() {
            return ConditionType.CONFIG_DELIVERED;
        }
    },
    SERVICE(
            "/services",
            "/services/shop-redis",
            "[JSONPatch{op: \"add\", path: \"/spec/ports/0/name\", value: \"tcp\"}]",
            "Service \"shop-redis\" does not stay as it is written: spec.ports[0].name is \"tcp\" instead of \"redis\"."),
    SERVICE_ACCOUNT(
            "/serviceaccounts",
            "/serviceaccounts/shop-redis",
            "[JSONPatch{op: \"add\", path: \"/automountServiceAccountToken\", value: true}]",
            "ServiceAccount \"shop-redis\" does not stay as it is written: automountServiceAccountToken is \"true\""
                    + " instead of \"false\"."),
    CLAIM(
            "/persistentvolumeclaims",
            "/persistentvolumeclaims/shop-redis-data",
            label(),
            "PersistentVolumeClaim \"shop-redis-data\" does not stay as it is written:"),
    NETWORK_POLICY(
            "networking.k8s.io/networkpolicies",
            "/networkpolicies/shop-redis",
            "[JSONPatch{op: \"add\", path: \"/spec/policyTypes\", value: [\"Ingress\", \"Egress\"]}]",
            "NetworkPolicy \"shop-redis\" does not stay as it is written: spec.policyTypes is"
                    + " \"[\"Ingress\",\"Egress\"]\" instead of \"[\"Ingress\"]\"."),
    STATUS(
            "cacheward.dev/cacheprofiles/status",
            "/cacheprofiles/shop/status",
            "[JSONPatch{op: \"add\", path: \"/status/keyCount\", value: 99}]",
            "The status does not stay as it is written: status.keyCount is \"99\" instead of \"2\".");

    private static String label() {
        return "[JSONPatch{op: \"add\", path: \"/metadata/labels/app.kubernetes.io~1component\", value: \"theirs\"}]";
    }

    /** As {@link dev.cacheward.cluster.rig.AdmissionKeeper} takes it. */
    final String resource;

    /** How the path of a request ends that writes it. */
    final String path;

    final String patches;

    /** How what is told begins. */
    final String words;

    ContestedField(String resource, String path, String patches, String words) {
        this.resource = resource;
        this.path = path;
        this.patches = patches;
        this.words = words;
    }

    /** The condition that tells it. */
    ConditionType told() {
        return ConditionType.READY;
    }

    /**
     * How often something else is wanted while the server comes up: the claim and the file record what the volume was found to
     * have, and the status tells the steps.
     */
    int contents() {
        return switch (this) {
            case STATUS -> 3;
            case CONF, CLAIM -> 2;
            default -> 1;
        };
    }

    /** Selects the object. */
    String ours() {
        String[] parts = path.split("/");
        return "object.metadata.name == '" + parts[2] + "'";
    }

    /** For namespaces and policies. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
