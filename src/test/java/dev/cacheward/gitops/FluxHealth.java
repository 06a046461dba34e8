package dev.cacheward.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The health expressions of the shipped Kustomization, in the order in which Flux evaluates them (its RFC 0009). */
final class FluxHealth {
    private static final Path KUSTOMIZATION = Path.of("examples/gitops/flux/kustomization.yaml");

    private static final Cel CEL = CelFactory.standardCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("metadata", SimpleType.DYN)
            .addVar("status", SimpleType.DYN)
            .build();

    private final Map<String, JsonNode> checks;

    private FluxHealth(Map<String, JsonNode> checks) {
        this.checks = checks;
    }

    static FluxHealth shipped() {
        try {
            JsonNode kustomization = new YAMLMapper().readTree(KUSTOMIZATION.toFile());
            return new FluxHealth(StreamSupport.stream(
                            kustomization.at("/spec/healthCheckExprs").spliterator(), false)
                    .collect(Collectors.toMap(check -> check.get("kind").asText(), Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Kstatus.State of(Map<String, Object> resource) {
        JsonNode check = checks.get((String) resource.get("kind"));
        if (!Kstatus.generationIsObserved(resource)) {
            return Kstatus.State.IN_PROGRESS;
        }
        if (holds(check.get("failed"), resource)) {
            return Kstatus.State.FAILED;
        }
        return holds(check.get("current"), resource) ? Kstatus.State.CURRENT : Kstatus.State.IN_PROGRESS;
    }

    private static boolean holds(JsonNode expression, Map<String, Object> resource) {
        try {
            return (Boolean)
                    CEL.createProgram(CEL.compile(expression.asText()).getAst()).eval(resource);
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new IllegalArgumentException(expression.asText() + ": " + broken.getMessage(), broken);
        }
    }
}
