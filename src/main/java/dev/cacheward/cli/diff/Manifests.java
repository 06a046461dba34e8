package dev.cacheward.cli.diff;

import dev.cacheward.cli.manifest.Complaint;
import dev.cacheward.cli.manifest.ManifestFiles;
import dev.cacheward.cli.manifest.Reading;
import dev.cacheward.cli.terminal.Style;
import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.runtime.StartException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Picks the resources of ours out of what files hold. */
final class Manifests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> KINDS = Set.of(Manifest.PROFILE, Manifest.POLICY);
    private static final String GROUP = "cacheward.dev/";

    private final Terminal terminal;
    private final String namespace;

    /** @param namespace of resources that name none */
    Manifests(Terminal terminal, String namespace) {
        this.terminal = terminal;
        this.namespace = namespace;
    }

    /** @throws StartException for a file that cannot be read, or is no YAML */
    List<Manifest> read(List<String> names) {
        Reading reading = ManifestFiles.read(names, terminal);
        if (!reading.unreadable().isEmpty()) {
            throw new StartException(String.join("\n", reading.unreadable()));
        }
        for (Complaint complaint : reading.complaints()) {
            String said = complaint.place() + ": " + complaint.message();
            if (complaint.fatal()) {
                throw new StartException(said);
            }
            terminal.err().println(terminal.paint(Style.WARNING, said));
        }
        return reading.manifests().stream()
                .filter(Manifests::isOurs)
                .map(this::manifest)
                .toList();
    }

    private static boolean isOurs(dev.cacheward.cli.manifest.Manifest read) {
        return read.text("apiVersion").startsWith(GROUP) && KINDS.contains(read.text("kind"));
    }

    private Manifest manifest(dev.cacheward.cli.manifest.Manifest read) {
        String kind = read.text("kind");
        String name = read.metadata("name");
        if (name.isEmpty()) {
            throw new StartException(read.place("metadata.name") + ": a " + kind + " has no metadata.name.");
        }
        String own = read.metadata("namespace");
        return new Manifest(
                read.place("").file(), kind, own.isEmpty() ? namespace : own, name, JSON.valueToTree(read.content()));
    }
}
