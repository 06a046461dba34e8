package dev.cacheward.cli.imports.helm;

import dev.cacheward.cli.imports.conf.ConfReader;
import dev.cacheward.cli.imports.draft.Directive;
import dev.cacheward.cli.imports.draft.Draft;
import dev.cacheward.cli.imports.draft.Password;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.draft.Slot;
import dev.cacheward.cli.imports.env.VariableRules;
import dev.cacheward.cli.imports.helm.ChartRules.Rule;
import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.server.Bytes;
import dev.cacheward.cli.imports.server.Cpus;
import dev.cacheward.cli.imports.value.Value;
import dev.cacheward.cli.imports.yaml.YamlNode;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;

/** Does with a value of a chart what the table says. */
final class ChartFields {
    private final Draft draft;
    private final Ledger ledger;
    private final Optional<ServerDraft> found;
    private final ChartImage image;
    private final ChartPod pod;
    private Optional<Item> secret = Optional.empty();
    private String secretName = "";
    private Optional<Item> secretKey = Optional.empty();
    private String key = "redis-password";

    ChartFields(Draft draft, Optional<ServerDraft> found) {
        this.draft = draft;
        this.ledger = draft.ledger();
        this.found = found;
        this.image = new ChartImage(ledger);
        this.pod = new ChartPod(ledger);
    }

    /** Returns false for a value that the rule does not fit to, so that its parts are looked at. */
    boolean apply(Rule rule, Item item, YamlNode.Field field) {
        YamlNode value = field.value();
        if (rule.action().equals("external")) {
            new VariableRules(draft)
                    .read(
                            item,
                            "REDIS_" + field.key(),
                            new Value.Text(value instanceof YamlNode.Scalar scalar ? scalar.text() : ""));
            return true;
        }
        if (rule.action().equals("ours") || rule.action().equals("left")) {
            Outcome outcome = rule.action().equals("ours") ? Outcome.OURS : Outcome.LEFT;
            ledger.block(new Entry(item, outcome, rule.why(), "", value.leaves()));
            return true;
        }
        return rule.action().equals("feature")
                ? ChartFeatures.told(item, value, ledger)
                : found.map(server -> server(rule.action(), item, value, server))
                        .orElse(false);
    }

    private boolean server(String action, Item item, YamlNode value, ServerDraft server) {
        return value instanceof YamlNode.Scalar scalar
                ? scalar(action, item, scalar, server)
                : parts(action, item, value, server);
    }

    private boolean parts(String action, Item item, YamlNode value, ServerDraft server) {
        switch (action) {
            case "parameters" -> ChartFlags.parameters(item, value, server);
            case "commands" ->
                value.scalars()
                        .forEach(command -> server.add(new Directive(
                                new Item(command.place(), item.name()),
                                "rename-command",
                                List.of(command.text(), ""))));
            case "flags" -> ChartFlags.read(value, server, ledger);
            case "pod", "pullSecrets" -> pod.read(action, item, value, server);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean scalar(String action, Item item, YamlNode.Scalar value, ServerDraft server) {
        String text = value.text();
        switch (action) {
            case "conf" -> new ConfReader(name -> Optional.empty(), ledger).read(text, value.begin(), server);
            case "loglevel" -> server.add(new Directive(item, "loglevel", List.of(text)));
            case "image", "registry" -> image.part(item, text);
            case "pullPolicy", "pod" -> pod.read(action, item, value, server);
            case "password" -> server.password.put(item, Password.inFile());
            case "secret", "secretKey" -> secret(action, item, text);
            case "auth" -> auth(item, value);
            case "persist" -> server.volume.put(item, Boolean.TRUE.equals(value.tree()));
            case "size" -> server.size.put(item, text);
            case "storageClass" -> storageClass(item, text, server);
            default -> {
                return amount(action, item, text, server) || alone(action, item, text);
            }
        }
        return true;
    }

    private void secret(String action, Item item, String text) {
        if (action.equals("secret")) {
            secret = Optional.of(item);
            secretName = text;
        } else {
            secretKey = Optional.of(item);
            key = text;
        }
    }

    private boolean amount(String action, Item item, String text, ServerDraft server) {
        switch (action) {
            case "memoryLimit" -> put(item, text, Bytes.kubernetes(text), server.memoryLimit);
            case "memoryRequest" -> put(item, text, Bytes.kubernetes(text), server.memoryRequest);
            case "cpuLimit" -> put(item, text, Cpus.quantity(text), server.cpuLimit);
            case "cpuRequest" -> put(item, text, Cpus.quantity(text), server.cpuRequest);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean alone(String action, Item item, String text) {
        boolean one = action.equals("architecture") && text.equals("standalone")
                || action.equals("replicas") && text.equals("1");
        if (one) {
            ledger.ours(item, "a profile has one server");
        } else if (action.equals("architecture") || action.equals("replicas")) {
            ledger.left(item, "a profile has one server, without replicas and without Sentinel", "");
        } else {
            return false;
        }
        return true;
    }

    private void auth(Item item, YamlNode.Scalar value) {
        if (Boolean.FALSE.equals(value.tree())) {
            ledger.left(
                    item,
                    "the operator always sets a password",
                    "The application reads it from the Secret of the connection");
        } else {
            ledger.ours(item, "the operator always sets a password");
        }
    }

    private void storageClass(Item item, String text, ServerDraft server) {
        if (text.equals("-")) {
            ledger.left(item, "'-' means no class to the chart, and a volume that somebody makes by hand", "");
        } else {
            server.storageClass.put(item, text);
        }
    }

    private <T> void put(Item item, String text, Optional<T> value, Slot<T> slot) {
        value.ifPresentOrElse(
                known -> slot.put(item, known),
                () -> ledger.left(
                        item, Quote.of(text) + " is no amount above 0", "Write it into spec.redis.managed.resources"));
    }

    /** Brings together what several values say. */
    void finish() {
        found.ifPresent(server -> {
            image.finish(server);
            if (secret.isPresent()) {
                server.password.put(secret.get(), new Password(secretName, key));
            }
        });
        secretKey.ifPresent(item -> ledger.ours(
                item, secret.isPresent() ? "it is the key in auth.passwordFrom" : "no Secret is named beside it"));
    }
}
