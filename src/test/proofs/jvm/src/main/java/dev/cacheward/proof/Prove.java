package dev.cacheward.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Proves the presets of the JVM by the libraries themselves. The first argument is the folder of the presets. */
public final class Prove {
    private Prove() {}

    public static void main(String[] arguments) {
        int code = 1;
        try {
            code = wrong(Path.of(arguments[0])) ? 1 : 0;
        } catch (IOException | RuntimeException | LinkageError problem) {
            System.out.println("WRONG " + problem);
        } finally {
            // The libraries leave threads behind.
            System.out.flush();
            Runtime.getRuntime().halt(code);
        }
    }

    private static boolean wrong(Path presets) throws IOException {
        Map<String, Proof> proofs = proofs();
        boolean wrong = false;
        for (Map.Entry<String, Proof> proof : proofs.entrySet()) {
            for (Case delivered : cases(presets, proof.getKey())) {
                wrong |= wrong(delivered, proof.getValue());
            }
        }
        proofs.forEach((preset, proof) ->
                proof.versions().forEach(version -> System.out.println("version " + preset + " " + version)));
        return wrong;
    }

    private static Map<String, Proof> proofs() {
        Map<String, Proof> proofs = new LinkedHashMap<>();
        proofs.put("SpringCache", new SpringCacheProof());
        proofs.put("Resilience4j", new Resilience4jProof());
        proofs.put("SpringCloudGateway", new SpringCloudGatewayProof());
        proofs.put("Micronaut", new MicronautProof());
        proofs.put("Bucket4j", new Bucket4jProof());
        proofs.put("Quarkus", new QuarkusProof());
        return proofs;
    }

    private static List<Case> cases(Path presets, String preset) throws IOException {
        try (Stream<Path> folders = Files.list(presets.resolve(preset))) {
            return folders.sorted()
                    .map(folder -> new Case(preset, folder.getFileName().toString(), folder))
                    .toList();
        }
    }

    private static boolean wrong(Case delivered, Proof proof) {
        Checks checks = new Checks(delivered);
        try {
            if (delivered.refused()) {
                checks.same("is refused, delivered files", List.of(), delivered.files());
            } else {
                proof.prove(delivered, checks);
            }
        } catch (Exception | LinkageError problem) {
            checks.failed(problem);
        }
        return checks.wrong();
    }
}
