package dev.cacheward.cli.check.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The CRDs that belong to this version. */
public final class CustomResources {
    /** The group of both kinds. */
    public static final String GROUP = "cacheward.dev";

    /** The group with the only version. */
    public static final String API_VERSION = GROUP + "/v1alpha1";

    /** Both kinds. */
    public static final List<String> KINDS = List.of("CacheProfile", "RateLimitPolicy");

    private static final Map<String, String> FILES = Map.of(
            "CacheProfile", "/crds/cacheprofiles.cacheward.dev-v1.yaml",
            "RateLimitPolicy", "/crds/ratelimitpolicies.cacheward.dev-v1.yaml");

    private CustomResources() {}

    /** Returns {@code openAPIV3Schema} of a kind; empty for a kind that is not ours. */
    public static Optional<Map<?, ?>> schema(String kind) {
        return Optional.ofNullable(FILES.get(kind)).map(CustomResources::read);
    }

    private static Map<?, ?> read(String file) {
        try (InputStream in = CustomResources.class.getResourceAsStream(file)) {
            Object crd = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            Map<?, ?> version = (Map<?, ?>) ((List<?>) at(at(crd, "spec"), "versions")).get(0);
            return (Map<?, ?>) at(at(version, "schema"), "openAPIV3Schema");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Object at(Object map, String field) {
        return ((Map<?, ?>) map).get(field);
    }
}
