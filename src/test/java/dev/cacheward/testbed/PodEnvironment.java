package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a pod of a Deployment gets if it starts now, out of the objects on the API, for a process on this machine. The
 * DNS names of Services resolve in pods only: the address of the pod that the Service selects stands in their place.
 */
public final class PodEnvironment {
    private final KubernetesClient client;
    private final String namespace;

    /** @param namespace of the Deployment and of all that it names */
    public PodEnvironment(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * Of the first container.
     *
     * @throws IllegalStateException where the kubelet would say CreateContainerConfigError
     */
    public Map<String, String> of(Deployment deployment) {
        PodTemplateSpec template = deployment.getSpec().getTemplate();
        Pod pod = new PodBuilder()
                .withMetadata(template.getMetadata())
                .withSpec(template.getSpec())
                .build();
        try {
            PodSources sources = new PodSources(client, namespace);
            return onThisMachine(
                    Environment.of(pod, pod.getSpec().getContainers().get(0), "", sources)
                            .values());
        } catch (PodNotStartable missing) {
            throw new IllegalStateException(missing.reason() + ": " + missing.getMessage(), missing);
        }
    }

    private Map<String, String> onThisMachine(Map<String, String> inPod) {
        Map<String, String> variables = new LinkedHashMap<>(inPod);
        for (Service service : client.services().inNamespace(namespace).list().getItems()) {
            Pattern name = dnsName(service);
            address(service)
                    .map(Matcher::quoteReplacement)
                    .ifPresent(address -> variables.replaceAll(
                            (key, value) -> name.matcher(value).replaceAll(address)));
        }
        return variables;
    }

    /** Not within a longer name: {@code redis.default.svc} ends another Service's {@code shop-redis.default.svc}. */
    private Pattern dnsName(Service service) {
        String name = service.getMetadata().getName() + "." + namespace + ".svc";
        return Pattern.compile("(?<![a-z0-9.-])" + Pattern.quote(name) + "(\\.cluster\\.local)?(?![a-z0-9-])");
    }

    private Optional<String> address(Service service) {
        return client
                .pods()
                .inNamespace(namespace)
                .withLabels(service.getSpec().getSelector())
                .list()
                .getItems()
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .flatMap(pod -> Optional.ofNullable(pod.getStatus()).map(PodStatus::getPodIP).stream())
                .findFirst();
    }
}
