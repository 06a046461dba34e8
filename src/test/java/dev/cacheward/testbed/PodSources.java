package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the objects around a pod hold: read anew each time, as a container that starts sees them. */
final class PodSources {
    private static final Pattern SUBSCRIPT = Pattern.compile("metadata\\.(labels|annotations)\\['(.+)']");

    private final KubernetesClient client;
    private final String namespace;

    PodSources(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    Map<String, byte[]> configMap(String name, boolean optional) throws PodNotStartable {
        ConfigMap map =
                client.configMaps().inNamespace(namespace).withName(name).get();
        if (map == null) {
            return missing("configmap", name, optional);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        map.getData().forEach((key, text) -> files.put(key, text.getBytes(StandardCharsets.UTF_8)));
        map.getBinaryData()
                .forEach((key, data) -> files.put(key, Base64.getDecoder().decode(data)));
        return files;
    }

    Map<String, byte[]> secret(String name, boolean optional) throws PodNotStartable {
        Secret secret = client.secrets().inNamespace(namespace).withName(name).get();
        if (secret == null) {
            return missing("secret", name, optional);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        secret.getData()
                .forEach((key, data) -> files.put(key, Base64.getDecoder().decode(data)));
        return files;
    }

    private static Map<String, byte[]> missing(String kind, String name, boolean optional) throws PodNotStartable {
        if (optional) {
            return Map.of();
        }
        throw new PodNotStartable("CreateContainerConfigError", kind + " \"" + name + "\" not found");
    }

    /** The downward API; empty for an annotation or label that the pod has not. */
    static Optional<String> field(Pod pod, String podIp, String fieldPath) {
        ObjectMeta metadata = pod.getMetadata();
        Matcher subscript = SUBSCRIPT.matcher(fieldPath);
        if (subscript.matches()) {
            Map<String, String> map =
                    subscript.group(1).equals("labels") ? metadata.getLabels() : metadata.getAnnotations();
            return Optional.ofNullable(map).map(m -> m.get(subscript.group(2)));
        }
        return Optional.of(
                switch (fieldPath) {
                    case "status.podIP", "status.hostIP", "status.podIPs" -> podIp;
                    case "metadata.name" -> metadata.getName();
                    case "metadata.namespace" -> metadata.getNamespace();
                    case "metadata.uid" -> metadata.getUid();
                    case "spec.nodeName" -> StandInKubelet.NODE;
                    default ->
                        throw new IllegalArgumentException(
                                "the stand-in kubelet knows no field " + fieldPath + " of a pod");
                });
    }
}
