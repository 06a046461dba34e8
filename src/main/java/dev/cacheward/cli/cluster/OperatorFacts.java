package dev.cacheward.cli.cluster;

import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of the operator of a cluster.
 *
 * @param deployment empty if there is none, or if the caller may not see it
 * @param settings as its Deployment says them; empty as before, or if they cannot be read there
 * @param visible whether the caller may see Deployments
 */
public record OperatorFacts(Optional<Deployment> deployment, Optional<Settings> settings, boolean visible) {
    /** Labels of the chart. */
    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", "cacheward");

    private static final String PREFIX = "CACHEWARD_";
    private static final String NAMESPACE = "CACHEWARD_NAMESPACE";

    /** Looks for the Deployment in all namespaces. Among several, the one that looks after the namespace of the reading counts. */
    public static OperatorFacts read(Reading reading) {
        int before = reading.refusals().size();
        List<Deployment> found =
                reading.everywhere(Deployment.class, LABELS, "whether an operator runs, and with which settings");
        boolean visible = reading.refusals().size() == before;
        List<OperatorFacts> operators = found.stream()
                .filter(one -> !environment(one).isEmpty())
                .map(one -> new OperatorFacts(Optional.of(one), settings(one), visible))
                .toList();
        return operators.stream()
                .filter(one -> one.looksAfter(reading.namespace()))
                .findFirst()
                .or(() -> operators.stream().findFirst())
                .orElseGet(() -> new OperatorFacts(Optional.empty(), Optional.empty(), visible));
    }

    /** Returns the settings, or those of an operator without any. */
    public Settings settingsOrDefaults() {
        return settings.orElseGet(Settings::defaults);
    }

    /** Whether it looks after a namespace, as far as is known. */
    public boolean looksAfter(String namespace) {
        return settings.map(known -> looksAfter(known, namespace)).orElse(true);
    }

    private static boolean looksAfter(Settings settings, String namespace) {
        return settings.namespaces().isEmpty() || settings.namespaces().contains(namespace);
    }

    /** Whether the Deployment has a pod that is ready. */
    public boolean isReady() {
        return deployment
                .map(Deployment::getStatus)
                .map(status -> status.getReadyReplicas())
                .filter(ready -> ready > 0)
                .isPresent();
    }

    private static Optional<Settings> settings(Deployment operator) {
        Map<String, String> environment = environment(operator);
        environment.put(NAMESPACE, operator.getMetadata().getNamespace());
        return Settings.parse(environment) instanceof SettingsResult.Valid valid
                ? Optional.of(valid.settings())
                : Optional.empty();
    }

    private static Map<String, String> environment(Deployment operator) {
        Map<String, String> environment = new TreeMap<>();
        operator.getSpec().getTemplate().getSpec().getContainers().stream()
                .map(Container::getEnv)
                .flatMap(List::stream)
                .filter(variable -> variable.getName().startsWith(PREFIX) && variable.getValue() != null)
                .forEach((EnvVar variable) -> environment.put(variable.getName(), variable.getValue()));
        return environment;
    }
}
