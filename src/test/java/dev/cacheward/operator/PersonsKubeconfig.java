package dev.cacheward.operator;

import dev.cacheward.testbed.EmbeddedApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kubeconfig of a person, for commands against an embedded API. */
final class PersonsKubeconfig {
    /** The user agent of commands. */
    static final String AGENT = "cacheward-cli";

    private PersonsKubeconfig() {}

    static String write(Path folder, EmbeddedApi api) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                        apiVersion: v1
                        kind: Config
                        clusters: [{name: here, cluster: {server: "%s"}}]
                        users: [{name: person, user: {}}]
                        contexts: [{name: here, context: {cluster: here, user: person, namespace: %s}}]
                        current-context: here
                        """.formatted(
                                api.config("any").getMasterUrl(), EmbeddedApi.NAMESPACE))
                .toString();
    }
}
