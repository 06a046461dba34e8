package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.draft.Slot;
import dev.cacheward.cli.imports.env.Interpolation;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.server.Bytes;
import dev.cacheward.cli.imports.server.Cpus;
import dev.cacheward.cli.imports.yaml.YamlNode;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads how much memory and CPU a service may use. */
final class ServiceResources {
    private final Interpolation variables;
    private final ServerDraft server;
    private final Ledger ledger;

    ServiceResources(Interpolation variables, ServerDraft server, Ledger ledger) {
        this.variables = variables;
        this.server = server;
        this.ledger = ledger;
    }

    /** Reads one of the keys of a service that are older than {@code deploy}. */
    void read(Item item, String key, YamlNode value) {
        switch (key) {
            case "mem_limit" -> put(item, value, Bytes::docker, server.memoryLimit);
            case "mem_reservation" -> put(item, value, Bytes::docker, server.memoryRequest);
            default -> put(item, value, Cpus::quantity, server.cpuLimit);
        }
    }

    void deploy(Item item, YamlNode value) {
        YamlNode.Mapping deploy = value instanceof YamlNode.Mapping mapping ? mapping : empty(value);
        for (YamlNode.Field field : deploy.fields()) {
            Item at = new Item(field.place(), item.name() + "." + field.key());
            if (field.key().equals("resources") && field.value() instanceof YamlNode.Mapping resources) {
                resources.fields().forEach(part -> resources(at, part));
            } else if (field.key().equals("replicas") && text(field.value()).equals(Optional.of("1"))) {
                ledger.ours(at, "a profile has one server");
            } else if (field.key().equals("restart_policy")) {
                ledger.block(entry(at, Outcome.OURS, "Kubernetes starts a pod again that ended", field.value()));
            } else {
                ledger.block(entry(at, Outcome.LEFT, "no field of a profile says it", field.value()));
            }
        }
    }

    private static YamlNode.Mapping empty(YamlNode value) {
        return new YamlNode.Mapping(value.place(), List.of());
    }

    private static Entry entry(Item item, Outcome outcome, String why, YamlNode value) {
        return new Entry(item, outcome, why, "", value.leaves());
    }

    private void resources(Item parent, YamlNode.Field part) {
        boolean limits = part.key().equals("limits");
        if (!(part.value() instanceof YamlNode.Mapping mapping)
                || !limits && !part.key().equals("reservations")) {
            ledger.block(entry(
                    new Item(part.place(), parent.name() + "." + part.key()),
                    Outcome.LEFT,
                    "it is neither limits nor reservations",
                    part.value()));
            return;
        }
        for (YamlNode.Field field : mapping.fields()) {
            Item item = new Item(field.place(), parent.name() + "." + part.key() + "." + field.key());
            switch (field.key()) {
                case "memory" ->
                    put(item, field.value(), Bytes::docker, limits ? server.memoryLimit : server.memoryRequest);
                case "cpus" -> put(item, field.value(), Cpus::quantity, limits ? server.cpuLimit : server.cpuRequest);
                default -> ledger.block(entry(item, Outcome.LEFT, "no field of a profile says it", field.value()));
            }
        }
    }

    private Optional<String> text(YamlNode value) {
        return value instanceof YamlNode.Scalar scalar
                ? Optional.of(variables.resolve(scalar.text()))
                        .filter(Interpolation.Resolved::known)
                        .map(Interpolation.Resolved::text)
                : Optional.empty();
    }

    private <T> void put(Item item, YamlNode value, Function<String, Optional<T>> reader, Slot<T> slot) {
        Optional<String> text = text(value);
        text.flatMap(reader)
                .ifPresentOrElse(
                        known -> slot.put(item, known),
                        () -> ledger.left(
                                item,
                                text.map(written -> Quote.of(written) + " is no amount above 0")
                                        .orElse("its variable has no value here"),
                                "Write it into spec.redis.managed.resources"));
    }
}
