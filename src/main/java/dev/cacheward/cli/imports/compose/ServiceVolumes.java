package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.env.Interpolation;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is mounted into the container of a server. */
final class ServiceVolumes {
    private static final String DATA = "/data(/.*)?|/bitnami(/.*)?|/var/lib/(redis|valkey)(/.*)?";

    private final Interpolation variables;
    private final List<Mount> mounts = new ArrayList<>();

    ServiceVolumes(Interpolation variables) {
        this.variables = variables;
    }

    /** A file or a folder, and where the container sees it. */
    private record Mount(Item item, String source, String target, int settings) {}

    void read(Item list, YamlNode value) {
        if (value instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> mounts.add(mount(new Item(item.place(), list.name()), item)));
        }
    }

    private Mount mount(Item item, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Mount(item, text(mapping, "source"), text(mapping, "target"), mapping.leaves());
        }
        String text = node instanceof YamlNode.Scalar scalar
                ? variables.resolve(scalar.text()).text()
                : "";
        String[] parts = text.split(":", -1);
        return parts.length > 1 ? new Mount(item, parts[0], parts[1], 1) : new Mount(item, "", text, 1);
    }

    private String text(YamlNode.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> variables.resolve(((YamlNode.Scalar) node).text()).text())
                .orElse("");
    }

    /** Returns the path of the file that the container sees at a path. */
    Optional<String> file(String path) {
        return mounts.stream()
                .filter(mount -> !mount.source().isEmpty())
                .filter(mount -> path.equals(mount.target())
                        || path.startsWith(mount.target().replaceFirst("/$", "") + "/"))
                .map(mount -> mount.source()
                        + path.substring(Math.min(
                                path.length(),
                                mount.target().replaceFirst("/$", "").length())))
                .findFirst();
    }

    /** @param read the path in the container of the configuration that was read; empty if none was */
    void settle(ServerDraft server, Ledger ledger, Optional<String> read) {
        for (Mount mount : mounts) {
            boolean conf = read.filter(path -> path.startsWith(mount.target())).isPresent();
            if (conf) {
                ledger.block(entry(mount, Outcome.OURS, "its file was read"));
            } else if (mount.target().matches(DATA)) {
                server.volume.put(mount.item(), true);
                if (mount.settings() > 1) {
                    ledger.block(
                            new Entry(mount.item(), Outcome.OURS, "they say the volume", "", mount.settings() - 1));
                }
            } else if (mount.target().endsWith(".conf")) {
                ledger.block(entry(
                        mount,
                        Outcome.LEFT,
                        "the file was not read: it is not there, or the server is not started with it"));
            } else {
                ledger.block(entry(mount, Outcome.LEFT, "the pod has no such volume; its data is at /data"));
            }
        }
    }

    private static Entry entry(Mount mount, Outcome outcome, String why) {
        return new Entry(mount.item(), outcome, why, "", mount.settings());
    }
}
