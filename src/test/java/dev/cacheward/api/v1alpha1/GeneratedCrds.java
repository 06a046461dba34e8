package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The CRDs as the Java types say them, and where they are committed. */
final class GeneratedCrds {
    /** Rewrites what is committed. */
    static final String COMMAND = "mvn -q test -Dtest=CrdsTest -Dgolden.update=true";

    private static final String HEADER =
            "# Generated from the Java types in src/main/java/dev/cacheward/api/v1alpha1. To regenerate:\n# " + COMMAND
                    + "\n";

    /** A tool that binds applications to services finds the kind by it: servicebinding.io, Provisioned Service. */
    private static final Map<String, String> PROVISIONED_SERVICE =
            Map.of("servicebinding.io/provisioned-service", "true");

    /** The API server leaves this priority out, so that Argo CD never finds a CRD that has it as it was applied. */
    private static final int SHOWN_ALWAYS = 0;

    private static final Set<Map.Entry<String, String>> NUMBER_FORMATS =
            Set.of(Map.entry("format", "int32"), Map.entry("format", "int64"));

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    static {
        YAML.registerModule(new SimpleModule().addSerializer(Double.class, new Bound()));
    }

    private GeneratedCrds() {}

    /** By the path at which each is committed, relative to the project. */
    static SortedMap<Path, String> all() {
        SortedMap<Path, String> files = new TreeMap<>();
        for (Class<? extends HasMetadata> kind : List.of(CacheProfile.class, RateLimitPolicy.class)) {
            CustomResourceDefinition crd = generate(kind);
            files.put(Path.of("crds", crd.getMetadata().getName() + "-v1.yaml"), HEADER + yaml(crd));
        }
        return files;
    }

    private static CustomResourceDefinition generate(Class<? extends HasMetadata> kind) {
        Completed completed = new Completed(kind);
        new CRDGenerator()
                .customResourceClasses(List.of(kind))
                .forCRDVersions("v1")
                .withPostProcessor(completed)
                .withOutput(new Nowhere())
                .generate();
        return completed.crd;
    }

    private static String yaml(CustomResourceDefinition crd) {
        try {
            Map<?, ?> tree = new KubernetesSerialization().convertValue(crd, Map.class);
            leaveOutNumberFormats(tree);
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** They say nothing that the type and the bounds do not say, and an API server may warn that it does not know them. */
    private static void leaveOutNumberFormats(Object node) {
        if (node instanceof Map<?, ?> map) {
            map.entrySet().removeIf(NUMBER_FORMATS::contains);
            map.values().forEach(GeneratedCrds::leaveOutNumberFormats);
        } else if (node instanceof List<?> list) {
            list.forEach(GeneratedCrds::leaveOutNumberFormats);
        }
    }

    /** Adds what the generator cannot say of a CRD as a whole, and keeps it. */
    private static final class Completed implements CRDPostProcessor {
        private final Class<?> kind;
        private CustomResourceDefinition crd;

        Completed(Class<?> kind) {
            this.kind = kind;
        }

        @Override
        public HasMetadata process(HasMetadata generated, String version) {
            crd = (CustomResourceDefinition) generated;
            if (kind == CacheProfile.class) {
                crd.getMetadata().setLabels(PROVISIONED_SERVICE);
            }
            crd.getSpec().getVersions().forEach(each -> complete(each.getAdditionalPrinterColumns()));
            return crd;
        }

        private void complete(List<CustomResourceColumnDefinition> columns) {
            columns.sort(sourceOrder());
            columns.stream()
                    .filter(column -> column.getPriority() == SHOWN_ALWAYS)
                    .forEach(column -> column.setPriority(null));
        }

        /** The generator sorts columns by path; {@code kubectl get} shows them in the order of the CRD. */
        private Comparator<CustomResourceColumnDefinition> sourceOrder() {
            List<String> names = Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
                    .map(AdditionalPrinterColumn::name)
                    .toList();
            return Comparator.comparingInt(column -> names.indexOf(column.getName()));
        }
    }

    /** A bound of a number, as the API server writes it. */
    private static final class Bound extends JsonSerializer<Double> {
        @Override
        public void serialize(Double bound, JsonGenerator yaml, SerializerProvider unused) throws IOException {
            yaml.writeNumber(new BigDecimal(bound).toBigIntegerExact());
        }
    }

    private static final class Nowhere implements CRDGenerator.CRDOutput<OutputStream> {
        @Override
        public OutputStream outputFor(String crdName) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void close() {}
    }
}
