package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.env.DotEnvReader;
import dev.cacheward.cli.imports.env.Interpolation;
import dev.cacheward.cli.imports.env.VariableRules;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.server.Images;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a Docker Compose file: the service that runs a Redis, and the variables of the others. */
public final class ComposeReader {
    private final Draft draft;
    private final Function<String, Optional<String>> files;
    private final Optional<String> chosen;

    /**
     * @param files texts of files beside this one, by their paths
     * @param chosen the service to take; empty for the first one that runs a Redis
     */
    public ComposeReader(Draft draft, Function<String, Optional<String>> files, Optional<String> chosen) {
        this.draft = draft;
        this.files = files;
        this.chosen = chosen;
    }

    /** @param text the whole file */
    public void read(YamlNode.Mapping root, String text) {
        Interpolation variables = new Interpolation(variables());
        YamlNode.Mapping services = root.mapping("services");
        List<YamlNode.Field> all = services.isEmpty() ? root.fields() : services.fields();
        Optional<YamlNode.Field> server = server(all, variables);
        for (YamlNode.Field service : all) {
            YamlNode.Mapping keys = service.value() instanceof YamlNode.Mapping mapping
                    ? mapping
                    : new YamlNode.Mapping(service.place(), List.of());
            if (server.filter(service::equals).isPresent()) {
                new ServerService(draft, variables, files, text).read(service, keys);
            } else if (isServer(service, variables)) {
                second(service, server.orElse(service));
            } else {
                application(service, keys, variables);
            }
        }
        if (!services.isEmpty()) {
            root.fields().stream()
                    .filter(field -> !field.key().equals("services"))
                    .forEach(this::top);
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        files.apply(".env")
                .ifPresent(text -> DotEnvReader.read(".env", text, new Ledger())
                        .forEach(variable -> variables.put(variable.item().name(), variable.value())));
        return variables;
    }

    private Optional<YamlNode.Field> server(List<YamlNode.Field> services, Interpolation variables) {
        return services.stream()
                .filter(service -> isServer(service, variables))
                .filter(service -> chosen.isEmpty() || chosen.get().equals(service.key()))
                .findFirst();
    }

    private static boolean isServer(YamlNode.Field service, Interpolation variables) {
        return service.value() instanceof YamlNode.Mapping keys
                && keys.get("image")
                        .filter(YamlNode.Scalar.class::isInstance)
                        .map(node -> variables
                                .resolve(((YamlNode.Scalar) node).text())
                                .text())
                        .filter(Images::isServer)
                        .isPresent();
    }

    private void second(YamlNode.Field service, YamlNode.Field first) {
        draft.ledger()
                .block(new Entry(
                        new Item(service.place(), service.key()),
                        Outcome.LEFT,
                        "a profile has one Redis, and " + first.key() + " is it",
                        "Import again with --service " + service.key() + " and another --name",
                        service.value().leaves()));
    }

    private void application(YamlNode.Field service, YamlNode.Mapping keys, Interpolation variables) {
        int variablesRead = 0;
        VariableRules rules = new VariableRules(draft);
        for (Environment.Variable variable : new ArrayList<>(keys.get("environment")
                .map(node -> Environment.of(node, variables))
                .orElse(List.of()))) {
            rules.read(
                    variable.item(),
                    variable.name(),
                    variable.known() || variable.value().contains("://")
                            ? new Value.Text(variable.value())
                            : new Value.Unknown("its variable has no value here"));
            variablesRead++;
        }
        rules.finish();
        rest(service, keys, service.value().leaves() - variablesRead);
    }

    private void rest(YamlNode.Field service, YamlNode.Mapping keys, int rest) {
        if (rest > 0) {
            draft.ledger()
                    .block(new Entry(
                            new Item(service.place(), service.key()),
                            Outcome.LEFT,
                            "this service runs no Redis; its variables were read",
                            keys.get("env_file").isPresent() ? "Name its env_file too" : "",
                            rest));
        }
    }

    private void top(YamlNode.Field field) {
        draft.ledger()
                .block(new Entry(
                        new Item(field.place(), field.key()),
                        Outcome.LEFT,
                        "it is about the whole of the Compose file, and no Redis",
                        "",
                        field.value().leaves()));
    }
}
