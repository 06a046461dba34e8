package dev.cacheward.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cacheward.release.archive.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * How the files came to be: a statement of in-toto with SLSA's provenance. It is not signed, and has no time, so that two builds
 * write the same.
 *
 * @param subjects the digests of the files, by name
 */
record Provenance(Release release, SortedMap<String, Digest> subjects) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAR = "tar://";

    JsonNode statement() throws IOException {
        ObjectNode statement = JSON.createObjectNode();
        statement.put("_type", "https://in-toto.io/Statement/v1");
        statement.putArray("subject");
        subjects.forEach((name, digest) -> {
            ObjectNode subject = statement.withArray("/subject").addObject().put("name", name);
            subject.putObject("digest").put("sha256", digest.hex());
        });
        statement.put("predicateType", "https://slsa.dev/provenance/v1");
        ObjectNode predicate = statement.putObject("predicate");
        predicate.set("buildDefinition", definition());
        ObjectNode builder = predicate.putObject("runDetails").putObject("builder");
        builder.put("id", release.builder().id());
        ObjectNode versions = builder.putObject("version");
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put("maven", release.builder().maven());
        return statement;
    }

    private ObjectNode definition() throws IOException {
        ObjectNode definition = JSON.createObjectNode();
        definition.put("buildType", "urn:cacheward:build:maven-release:v1");
        ObjectNode parameters = definition.putObject("externalParameters");
        parameters.put("command", "mvn clean package -Prelease");
        parameters.put("version", release.version());
        parameters.put("image.revision", release.commit());
        release.repository().ifPresent(name -> parameters.put("image.repository", name));
        definition
                .putObject("internalParameters")
                .put("project.build.outputTimestamp", release.time().toString());
        ObjectNode source = definition.withArray("/resolvedDependencies").addObject();
        source.put("name", "source").putObject("digest").put("gitCommit", release.commit());
        for (String base : release.bases()) {
            definition.withArray("/resolvedDependencies").add(base(base));
        }
        return definition;
    }

    /** A file is told by its content, since its path means nothing elsewhere. */
    private static ObjectNode base(String name) throws IOException {
        ObjectNode base = JSON.createObjectNode();
        if (name.startsWith(TAR)) {
            Path file = Path.of(name.substring(TAR.length()));
            base.put("name", file.getFileName().toString());
            base.putObject("digest").put("sha256", Digest.of(file).hex());
        } else {
            base.put("uri", "docker://" + name);
        }
        return base;
    }
}
