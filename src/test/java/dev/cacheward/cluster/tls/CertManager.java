package dev.cacheward.cluster.tls;

import dev.cacheward.cluster.rig.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real cert-manager beside the cluster, with its kinds in it. Both are gone when it is closed. */
final class CertManager implements AutoCloseable {
    private static final String PROGRAM = "CACHEWARD_TEST_CERT_MANAGER";
    private static final String KINDS = "CACHEWARD_TEST_CERT_MANAGER_CRDS";

    private final KubernetesClient client = TestCluster.get().client();
    private final List<HasMetadata> kinds;
    private final Process process;

    private CertManager(Path program, Path folder) throws IOException {
        kinds = kinds(folder);
        kinds.forEach(kind -> client.resource(kind).serverSideApply());
        process = new ProcessBuilder(program.toString())
                .redirectErrorStream(true)
                .redirectOutput(Files.createDirectories(Path.of("target"))
                        .resolve("cert-manager.log")
                        .toFile())
                .start();
    }

    /** Ends the calling test with a word where it was not built, and fails it where the environment says {@code CI=true}. */
    static CertManager start() {
        try {
            return new CertManager(named(PROGRAM), named(KINDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path named(String variable) {
        Optional<Path> path =
                Optional.ofNullable(System.getenv(variable)).map(Path::of).filter(Files::exists);
        String lack = variable + " names no file; build it by (cd src/test/certmanager && go build -o"
                + " ../../../target/certmanager .), and name target/certmanager, and deploy/crds of its module";
        if (path.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(lack + "; CI must not skip a test");
        }
        path.ifPresentOrElse(found -> {}, () -> System.err.println("SKIPPED: " + lack));
        Assumptions.assumeTrue(path.isPresent(), lack);
        return path.orElseThrow();
    }

    private List<HasMetadata> kinds(Path folder) throws IOException {
        List<HasMetadata> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".yaml")).toList()) {
                found.addAll(client.load(Files.newInputStream(file)).items());
            }
        }
        return found;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kinds.forEach(kind -> client.resource(kind).delete());
    }
}
