package dev.cacheward.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.delivery.PresetReport;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.kubernetes.OwnerKind;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Tls;
import dev.cacheward.runtime.ClusterDomain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is published is taken by the client libraries, as their own documentation has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedSecretsRedisTest {
    private static final ProfileBasics PROFILE = new ProfileBasics(
            new Owner("cacheward.dev/v1alpha1", OwnerKind.PROFILE, "team", "shop", "1-2-3"),
            new TreeMap<>(),
            List.of(),
            PresetReport.none(),
            "",
            ClusterDomain.DEFAULT);

    private PublishedServers servers;

    @BeforeAll
    void start() {
        servers = PublishedServers.start();
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource
    void theMountedSecretIsTaken(ProvenClient client, @TempDir Path scratch) {
        // Given
        Map<String, Connection> connections = servers.connections();
        List<Path> folders = connections.entrySet().stream()
                .map(named -> mounted(named.getValue(), scratch.resolve(named.getKey())))
                .toList();
        // When
        List<String> said = client.connect(Map.of(), folders);
        // Then
        assertThat(said)
                .as(String.join("\n", said))
                .filteredOn(line -> line.startsWith("ok "))
                .extracting(line -> line.substring("ok ".length()))
                .containsExactlyElementsOf(connections.keySet().stream()
                        .filter(name -> client.takesColons() || !name.equals(PublishedServers.COLON_IN_USER))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theEnvironmentIsTakenWithTheMountedCaAndOnlyWithIt(ProvenClient client, @TempDir Path scratch) {
        // Given
        Connection connection = servers.connections().get("tls-encoded");
        Map<String, String> environment = MountedSecret.variables(BindingRenderer.environment(PROFILE, connection));
        Path folder = mounted(connection, scratch.resolve("shop"));
        Path without = mounted(withoutCa(connection), scratch.resolve("without-ca"));
        // When
        List<String> said = client.connect(environment, List.of(folder, without));
        // Then
        assertThat(said)
                .as(String.join("\n", said))
                .contains("ok shop")
                .anyMatch(line -> line.startsWith("WRONG without-ca"));
    }

    private static Connection withoutCa(Connection connection) {
        return new Connection(
                connection.host(),
                connection.port(),
                connection.authentication(),
                connection.database(),
                Optional.of(Tls.ofPlatform()));
    }

    private static Path mounted(Connection connection, Path folder) {
        return MountedSecret.mount(BindingRenderer.binding(PROFILE, connection), folder);
    }
}
