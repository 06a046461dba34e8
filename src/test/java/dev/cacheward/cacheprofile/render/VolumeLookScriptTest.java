package dev.cacheward.cacheprofile.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script is run on folders as servers and others leave them. */
class VolumeLookScriptTest {
    /** As Redis 7.0 writes it: 207,520,208 bytes were in use. */
    private static final String HEADER =
            "524544495330303130fa0972656469732d76657206372e302e3135fa0a72656469732d62697473c040"
                    + "fa056374696d65c2726a0c6bfa08757365642d6d656dc2d0e15e0cfa08616f662d62617365c000fe00";

    @TempDir
    private Path folder;

    @TempDir
    private Path others;

    @ParameterizedTest(name = "{0} for {1}, recorded {2}: {3} {4}")
    @CsvSource({
        "'', Snapshot, , Nothing, true",
        "lost+found/, AppendOnly, , Nothing, true",
        ".snapshot/, AppendOnly, , Nothing, true",
        "dump.rdb, Snapshot, , Snapshot, true",
        "dump.rdb, AppendOnly, , Snapshot, false",
        "dump.rdb, AppendOnly, AppendOnly, Snapshot, false",
        "appendonlydir/appendonly.aof.manifest, AppendOnly, , AppendOnly, true",
        "appendonlydir/appendonly.aof.manifest, Snapshot, , AppendOnly, false",
        "appendonlydir/appendonly.aof.manifest, Snapshot, Snapshot, AppendOnly, false",
        "appendonlydir/, Snapshot, , Nothing, true",
        "appendonly.aof, Snapshot, , AppendOnly, false",
        "appendonly.aof, AppendOnly, , AppendOnly, true",
        "dump.rdb appendonly.aof, Snapshot, , Both, false",
        "dump.rdb appendonlydir/appendonly.aof.manifest, AppendOnly, , Both, false",
        "dump.rdb appendonlydir/appendonly.aof.manifest, AppendOnly, AppendOnly, AppendOnly, true",
        "dump.rdb appendonlydir/appendonly.aof.manifest, AppendOnly, Snapshot, Snapshot, false",
        "PG_VERSION base/, Snapshot, , Foreign, false",
        "PG_VERSION base/, Snapshot, Snapshot, Nothing, true",
        "notes dump.rdb temp-12.rdb, Snapshot, , Snapshot, true"
    })
    void aServerStartsOnlyOnDataThatItReads(
            String files, String wanted, String recorded, String found, boolean accepted) throws Exception {
        // Given
        lay(files);

        // When
        VolumeLook look = look(wanted, recorded);

        // Then
        assertThat(look.found()).isEqualTo(found);
        assertThat(look.accepted()).isEqualTo(accepted);
        assertThat(look.writable()).isTrue();
    }

    @Test
    void theNamesOfFilesThatAreNotOfRedisAreTold() throws Exception {
        // Given
        lay("PG_VERSION base/ lost+found/");

        // Then
        assertThat(look("Snapshot", null).foreign()).containsExactly("PG_VERSION", "base");
    }

    @ParameterizedTest
    @CsvSource({"dump.rdb, Snapshot", "appendonlydir/appendonly.aof.1.base.rdb, AppendOnly"})
    void theMemoryThatTheDataTookIsReadFromItsHeader(String file, String wanted) throws Exception {
        // Given
        lay(file + " " + (wanted.equals("AppendOnly") ? "appendonlydir/appendonly.aof.manifest" : ""));
        Files.write(folder.resolve(file), HexFormat.of().parseHex(HEADER));

        // Then
        assertThat(look(wanted, null).dataBytes()).contains(207_544_784L);
    }

    @Test
    void nothingIsLeftBehindOnTheVolume() throws Exception {
        // When
        look("Snapshot", null);

        // Then
        assertThat(folder).isEmptyDirectory();
    }

    private void lay(String files) throws IOException {
        for (String file : files.split(" ")) {
            if (file.endsWith("/")) {
                Files.createDirectories(folder.resolve(file));
            } else if (!file.isEmpty()) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.writeString(folder.resolve(file), "x");
            }
        }
    }

    private VolumeLook look(String wanted, String recorded) throws Exception {
        Path form = others.resolve("data-form");
        if (recorded != null) {
            Files.writeString(form, recorded);
        }
        Path report = others.resolve("report");
        Process run = new ProcessBuilder(
                        "sh",
                        "-c",
                        VolumeLookScript.TEXT,
                        "volume",
                        wanted,
                        folder.toString(),
                        form.toString(),
                        report.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = run.waitFor();
        assertThat(printed).isEmpty();
        return VolumeLook.of(pod(Files.readString(report), exitCode)).orElseThrow();
    }

    private static Pod pod(String message, int exitCode) {
        return new PodBuilder()
                .withNewStatus()
                .addNewInitContainerStatus()
                .withName(VolumeLook.CONTAINER)
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withMessage(message)
                .endTerminated()
                .endState()
                .endInitContainerStatus()
                .endStatus()
                .build();
    }
}
