package dev.cacheward.cli.imports;

import dev.cacheward.cli.imports.compose.ComposeReader;
import dev.cacheward.cli.imports.conf.ConfReader;
import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.env.DotEnvReader;
import dev.cacheward.cli.imports.env.VariableRules;
import dev.cacheward.cli.imports.helm.HelmReader;
import dev.cacheward.cli.imports.python.PythonReader;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Place;
import dev.cacheward.cli.imports.resource.ResourceYaml;
import dev.cacheward.cli.imports.resource.Resources;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.cli.imports.yaml.YamlNode;
import dev.cacheward.cli.imports.yaml.YamlReader;
import java.util.Optional;
import java.util.function.Function;

/** Has files read one after the other, and makes the resources of what they say together. */
final class Importer {
    private final Draft draft = new Draft();
    private final Optional<String> service;

    /** @param service of a Compose file that runs the Redis; empty for the first one */
    Importer(Optional<String> service) {
        this.service = service;
    }

    /**
     * A file.
     *
     * @param name as the user gave it
     * @param beside texts of files in its folder or below, by their paths from there
     */
    record Source(String name, String text, Function<String, Optional<String>> beside) {}

    /** Reads a file; returns what is wrong with it as a whole, with the place. */
    Optional<String> read(Source source, Format format) {
        return switch (format) {
            case CONF -> conf(source);
            case ENV -> env(source);
            case PYTHON -> python(source);
            case COMPOSE, HELM -> yaml(source, format);
        };
    }

    private Optional<String> conf(Source source) {
        Place place = new Place(source.name(), 1, 1);
        new ConfReader(source.beside(), draft.ledger())
                .read(source.text(), place, draft.server(new Item(place, source.name())));
        return Optional.empty();
    }

    private Optional<String> env(Source source) {
        VariableRules rules = new VariableRules(draft);
        DotEnvReader.read(source.name(), source.text(), draft.ledger())
                .forEach(variable -> rules.read(variable.item(), variable.item().name(), value(variable)));
        rules.finish();
        return Optional.empty();
    }

    private Value value(DotEnvReader.Variable variable) {
        String text = variable.value().strip();
        return text.startsWith("{") && text.endsWith("}")
                ? YamlValues.of(variable.item(), text).orElseGet(() -> new Value.Text(variable.value()))
                : new Value.Text(variable.value());
    }

    private Optional<String> python(Source source) {
        new PythonReader(source.name(), draft).read(source.text());
        return Optional.empty();
    }

    private Optional<String> yaml(Source source, Format format) {
        return YamlReader.read(source.name(), source.text())
                .<Optional<String>>fold(
                        node -> node instanceof YamlNode.Mapping mapping
                                ? mapping(source, format, mapping)
                                : Optional.of(node.place() + ": the file holds no mapping"),
                        Optional::of);
    }

    private Optional<String> mapping(Source source, Format format, YamlNode.Mapping mapping) {
        if (format == Format.HELM) {
            new HelmReader(draft).read(mapping);
        } else {
            new ComposeReader(draft, source.beside(), service).read(mapping, source.text());
        }
        return Optional.empty();
    }

    /**
     * What was made.
     *
     * @param yaml the resources, with comments
     */
    record Result(String yaml, Ledger ledger) {}

    /** @param name of the resources */
    Result finish(String name) {
        var resources = new Resources(draft, name).make();
        return new Result(ResourceYaml.of(resources, draft.ledger()), draft.ledger());
    }
}
