package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.conf.ConfReader;
import dev.cacheward.cli.imports.conf.FlagReader;
import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.env.BitnamiVariables;
import dev.cacheward.cli.imports.env.Interpolation;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Place;
import dev.cacheward.cli.imports.server.Images;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the service that runs the server. */
final class ServerService {
    private final Draft draft;
    private final Ledger ledger;
    private final Interpolation variables;
    private final Function<String, Optional<String>> files;
    private final String text;

    /** @param text the whole file */
    ServerService(Draft draft, Interpolation variables, Function<String, Optional<String>> files, String text) {
        this.draft = draft;
        this.ledger = draft.ledger();
        this.variables = variables;
        this.files = files;
        this.text = text;
    }

    void read(YamlNode.Field service, YamlNode.Mapping keys) {
        ServerDraft server = draft.server(new Item(service.place(), service.key()));
        ServiceVolumes volumes = new ServiceVolumes(variables);
        ServiceResources resources = new ServiceResources(variables, server, ledger);
        for (YamlNode.Field field : keys.fields()) {
            Item item = new Item(field.place(), service.key() + "." + field.key());
            switch (field.key()) {
                case "mem_limit", "mem_reservation", "cpus" -> resources.read(item, field.key(), field.value());
                case "image" -> server.image.put(item, image(field.value()));
                case "volumes" -> volumes.read(item, field.value());
                case "deploy" -> resources.deploy(item, field.value());
                case "environment" -> environment(keys, server);
                case "command", "entrypoint" -> {}
                default ->
                    ledger.block(
                            ServiceKeys.outcome(item, field.key(), field.value().leaves()));
            }
        }
        volumes.settle(server, ledger, command(service, keys, volumes));
        if (server.volume.found().isEmpty()) {
            ledger.note("No volume of service " + service.key()
                    + " keeps its data, so persistence is off unless the server is" + " told to write a file.");
        }
    }

    private String image(YamlNode value) {
        return value instanceof YamlNode.Scalar scalar
                ? variables.resolve(scalar.text()).text()
                : "";
    }

    private void environment(YamlNode.Mapping keys, ServerDraft server) {
        boolean sets = keys.get("image")
                .map(this::image)
                .filter(image -> Images.isBitnami(image) || image.contains("stack"))
                .isPresent();
        String command = keys.get("command").map(node -> node.tree().toString()).orElse("")
                + keys.get("entrypoint").map(node -> node.tree().toString()).orElse("");
        for (Environment.Variable variable :
                Environment.of(keys.get("environment").orElseThrow(), variables)) {
            if (sets) {
                new BitnamiVariables(server, ledger).read(variable.item(), variable.name(), variable.value());
            } else if (command.contains("$" + variable.name()) || command.contains("${" + variable.name())) {
                ledger.ours(variable.item(), "the command reads it, and its value was used there");
            } else {
                ledger.left(variable.item(), "this image reads no such variable, and no command here does", "");
            }
        }
    }

    /** Returns the path of the configuration that was read. */
    private Optional<String> command(YamlNode.Field service, YamlNode.Mapping keys, ServiceVolumes volumes) {
        List<YamlNode> parts = new ArrayList<>();
        keys.get("entrypoint").filter(node -> !node.isEmpty()).ifPresent(parts::add);
        keys.get("command").filter(node -> !node.isEmpty()).ifPresent(parts::add);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Item item = new Item(parts.get(parts.size() - 1).place(), service.key() + ".command");
        Optional<CommandLine.Server> found = new CommandLine(variables, container(keys), text).read(parts);
        if (found.isEmpty()) {
            ledger.left(
                    item,
                    "it is no plain start of redis-server or valkey-server",
                    "Write its parameters into a redis.conf, and import that");
            return Optional.empty();
        }
        if (found.get().script()) {
            ledger.left(
                    item,
                    "its shell does more than start the server",
                    "See what else it does, and whether the application needs it");
        }
        return FlagReader.read(found.get().words(), draft.server().orElseThrow(), ledger)
                .flatMap(word -> conf(word, volumes));
    }

    /** Returns the variables that a script in the container reads. */
    private Interpolation container(YamlNode.Mapping keys) {
        Map<String, String> container = new TreeMap<>();
        keys.get("environment")
                .ifPresent(node -> Environment.of(node, variables)
                        .forEach(variable -> container.put(variable.name(), variable.value())));
        return new Interpolation(container);
    }

    private Optional<String> conf(FlagReader.Word path, ServiceVolumes volumes) {
        Optional<String> source = volumes.file(path.text());
        Optional<String> read = source.flatMap(files);
        if (read.isEmpty()) {
            ledger.left(
                    new Item(path.place(), "the configuration file"),
                    source.map(file -> "it is " + file + ", which is not there").orElse("no volume mounts it"),
                    "Name the file on the command line");
            return Optional.empty();
        }
        String name = source.get().replaceFirst("^\\./", "");
        new ConfReader(files, ledger)
                .read(read.get(), new Place(name, 1, 1), draft.server().orElseThrow());
        return Optional.of(path.text());
    }
}
