package dev.cacheward.release.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cacheward.release.archive.PlatformImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bill of materials of an image in CycloneDX: what that of the jar names, the Java, and the packages of dpkg and apk. Programs that
 * were copied into the base image without a package are not seen.
 *
 * @param jar the bill of materials of the operator's jar
 */
public record ImageSbom(PlatformImage image, JsonNode jar) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The whole document, with the same text for the same image. */
    public JsonNode document() throws IOException {
        LayerFiles files = LayerFiles.of(image);
        ObjectNode document = JSON.createObjectNode();
        document.put("bomFormat", "CycloneDX");
        document.set("specVersion", jar.at("/specVersion"));
        document.put("version", 1);
        ObjectNode operator = jar.at("/metadata/component").deepCopy();
        ObjectNode container = container(operator);
        document.putObject("metadata").set("component", container);
        ArrayNode components = document.putArray("components").add(operator);
        components.addAll((ArrayNode) jar.withArray("/components"));
        List<JsonNode> base = base(files);
        components.addAll(base);
        ArrayNode dependencies = document.putArray("dependencies").addAll((ArrayNode) jar.withArray("/dependencies"));
        ObjectNode ofContainer = dependencies.addObject().put("ref", reference(container));
        ofContainer.putArray("dependsOn").add(reference(operator));
        base.forEach(component -> ofContainer.withArray("/dependsOn").add(reference(component)));
        ObjectNode completeness = document.putArray("compositions").addObject().put("aggregate", "incomplete");
        completeness.putArray("assemblies").add(reference(container));
        return document;
    }

    private ObjectNode container(JsonNode operator) {
        String purl = "pkg:oci/cacheward@sha256%3A" + image.manifestDigest().hex() + "?arch=" + image.architecture();
        ObjectNode container = component("container", operator.at("/name").asText(), purl);
        container.set("version", operator.at("/version"));
        container
                .putArray("hashes")
                .addObject()
                .put("alg", "SHA-256")
                .put("content", image.manifestDigest().hex());
        return container;
    }

    private static List<JsonNode> base(LayerFiles files) {
        Optional<Assignments> distribution = files.distribution();
        Stream<JsonNode> system = distribution.stream().map(ImageSbom::system);
        Stream<JsonNode> javas = files.javas().stream().map(ImageSbom::java);
        Stream<JsonNode> packages = Stream.concat(
                        files.dpkg().stream().flatMap(OsPackage::ofDpkg),
                        files.apk().stream().flatMap(OsPackage::ofApk))
                .map(each -> component("library", each.name(), each.packageUrl(distribution))
                        .put("version", each.version()));
        return Stream.of(system, javas, packages)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static ObjectNode system(Assignments distribution) {
        String name = distribution.find("ID").orElse("linux");
        ObjectNode system =
                JSON.createObjectNode().put("type", "operating-system").put("bom-ref", "os:" + name);
        return system.put("name", name)
                .put("version", distribution.find("VERSION_ID").orElse("unknown"));
    }

    private static ObjectNode java(Assignments release) {
        String version = release.find("JAVA_RUNTIME_VERSION")
                .or(() -> release.find("JAVA_VERSION"))
                .orElseThrow();
        ObjectNode java = component("platform", "openjdk", "pkg:generic/openjdk@" + version.replace("+", "%2B"));
        java.put("version", version);
        release.find("IMPLEMENTOR").ifPresent(publisher -> java.put("publisher", publisher));
        return java;
    }

    private static ObjectNode component(String type, String name, String packageUrl) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("bom-ref", packageUrl)
                .put("name", name)
                .put("purl", packageUrl);
    }

    private static String reference(JsonNode component) {
        return component.at("/bom-ref").asText();
    }
}
