package dev.cacheward.release;

import dev.cacheward.release.archive.PlatformImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What {@code mvn package -Prelease} runs last. */
public final class ReleaseCommand implements Callable<Integer> {
    @Option(names = "--version", required = true)
    private String version;

    @Option(names = "--commit", required = true)
    private String commit;

    @Option(names = "--time", required = true)
    private Instant time;

    @Option(names = "--repository", required = true, description = "empty: that of the plain manifests")
    private String repository;

    @Option(names = "--base", required = true)
    private List<String> bases;

    @Option(names = "--builder", required = true)
    private String builder;

    @Option(names = "--maven", required = true)
    private String maven;

    @Option(names = "--image", required = true)
    private List<Path> images;

    @Option(names = "--build", required = true)
    private Path build;

    /** @param args what the pom says */
    public static void main(String[] args) {
        int code = new CommandLine(new ReleaseCommand()).execute(args);
        if (code != 0) {
            throw new IllegalStateException("There is no release; see above");
        }
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> name = Optional.of(repository.strip()).filter(text -> !text.isEmpty());
        List<PlatformImage> opened = new ArrayList<>();
        try {
            for (Path image : images) {
                opened.add(PlatformImage.open(image));
            }
            new ReleaseFolder(new Release(version, commit, time, name, bases, new Builder(builder, maven), build))
                    .write(opened);
        } finally {
            for (PlatformImage image : opened) {
                image.close();
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
