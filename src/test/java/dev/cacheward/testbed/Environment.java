package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container's environment, with Kubernetes' {@code $(NAME)}. */
final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([-._a-zA-Z][-._a-zA-Z0-9]*)\\)");

    private final Map<String, String> values = new LinkedHashMap<>();

    static Environment of(Pod pod, Container container, String podIp, PodSources sources) throws PodNotStartable {
        Environment environment = new Environment();
        for (EnvFromSource from : container.getEnvFrom()) {
            environment.add(from, sources);
        }
        for (EnvVar variable : container.getEnv()) {
            environment.values.put(variable.getName(), environment.value(variable, pod, podIp, sources));
        }
        return environment;
    }

    Map<String, String> values() {
        return values;
    }

    /** An unknown name stays as it is, and {@code $$} is a dollar. */
    String expand(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(1) == null
                                ? "$"
                                : Optional.ofNullable(values.get(m.group(1))).orElse(m.group())));
    }

    private void add(EnvFromSource from, PodSources sources) throws PodNotStartable {
        Map<String, byte[]> found = new LinkedHashMap<>();
        if (from.getConfigMapRef() != null) {
            var ref = from.getConfigMapRef();
            found.putAll(sources.configMap(ref.getName(), Boolean.TRUE.equals(ref.getOptional())));
        }
        if (from.getSecretRef() != null) {
            var ref = from.getSecretRef();
            found.putAll(sources.secret(ref.getName(), Boolean.TRUE.equals(ref.getOptional())));
        }
        String prefix = Optional.ofNullable(from.getPrefix()).orElse("");
        found.forEach((key, value) -> values.put(prefix + key, new String(value, StandardCharsets.UTF_8)));
    }

    private String value(EnvVar variable, Pod pod, String podIp, PodSources sources) throws PodNotStartable {
        var from = variable.getValueFrom();
        if (from == null) {
            return expand(Optional.ofNullable(variable.getValue()).orElse(""));
        }
        if (from.getFieldRef() != null) {
            return PodSources.field(pod, podIp, from.getFieldRef().getFieldPath())
                    .orElse("");
        }
        if (from.getSecretKeyRef() != null) {
            var ref = from.getSecretKeyRef();
            return key(sources.secret(ref.getName(), Boolean.TRUE.equals(ref.getOptional())), ref.getKey());
        }
        if (from.getConfigMapKeyRef() != null) {
            var ref = from.getConfigMapKeyRef();
            return key(sources.configMap(ref.getName(), Boolean.TRUE.equals(ref.getOptional())), ref.getKey());
        }
        throw new PodNotStartable(
                "CreateContainerConfigError", "the stand-in kubelet cannot resolve variable " + variable.getName());
    }

    private static String key(Map<String, byte[]> data, String key) throws PodNotStartable {
        byte[] value = data.get(key);
        if (value == null) {
            throw new PodNotStartable("CreateContainerConfigError", "couldn't find key " + key);
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
