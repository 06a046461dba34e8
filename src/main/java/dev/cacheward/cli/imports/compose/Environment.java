package dev.cacheward.cli.imports.compose;

import dev.cacheward.cli.imports.env.Interpolation;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the variables of a service, which are a mapping or a list of {@code NAME=value}. */
final class Environment {
    private Environment() {}

    /** @param known false if a variable that it refers to has no value here */
    record Variable(Item item, String name, String value, boolean known) {}

    static List<Variable> of(YamlNode node, Interpolation variables) {
        List<Variable> found = new ArrayList<>();
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Field field : mapping.fields()) {
                boolean passed = field.value().isEmpty()
                        && !(field.value() instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.TEXT);
                found.add(variable(
                        new Item(field.place(), field.key()),
                        field.key(),
                        field.value() instanceof YamlNode.Scalar scalar && !passed
                                ? scalar.text()
                                : "${" + field.key() + "}",
                        variables));
            }
        }
        found.addAll(list(node, variables));
        return found;
    }

    private static List<Variable> list(YamlNode node, Interpolation variables) {
        List<Variable> found = new ArrayList<>();
        for (YamlNode.Scalar scalar :
                node instanceof YamlNode.Sequence list ? list.scalars() : List.<YamlNode.Scalar>of()) {
            String[] parts = scalar.text().split("=", 2);
            found.add(variable(
                    new Item(scalar.place(), parts[0]),
                    parts[0],
                    parts.length > 1 ? parts[1] : "${" + parts[0] + "}",
                    variables));
        }
        return found;
    }

    private static Variable variable(Item item, String name, String text, Interpolation variables) {
        Interpolation.Resolved resolved = variables.resolve(text);
        return new Variable(item, name, resolved.text(), resolved.known());
    }
}
