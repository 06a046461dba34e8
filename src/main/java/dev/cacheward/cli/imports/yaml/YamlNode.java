package dev.cacheward.cli.imports.yaml;

import dev.cacheward.cli.imports.report.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file. */
public sealed interface YamlNode {
    /** Returns where the value begins. */
    Place place();

    /** Returns how many values without parts are in it; an empty mapping or list counts as one. */
    int leaves();

    /** Returns the value as Java's collections and texts; a plain number, true and false as such. */
    Object tree();

    /**
     * A value without parts.
     *
     * @param text as the file writes it, after quotes were taken off
     * @param kind which word of YAML it is
     * @param begin where its text begins, for one that takes several lines
     */
    record Scalar(Place place, String text, Kind kind, Place begin) implements YamlNode {
        @Override
        public boolean isEmpty() {
            return text.isEmpty() || kind == Kind.NULL;
        }

        @Override
        public int leaves() {
            return 1;
        }

        @Override
        public Object tree() {
            return switch (kind) {
                case NULL -> "";
                case FLAG -> Boolean.valueOf(text.toLowerCase(Locale.ROOT));
                case NUMBER -> number();
                case TEXT -> text;
            };
        }

        private Object number() {
            return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
        }
    }

    /** What a scalar is. */
    enum Kind {
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** Nothing. */
        NULL
    }

    /** A list. */
    record Sequence(Place place, List<YamlNode> items) implements YamlNode {
        @Override
        public boolean isEmpty() {
            return items.isEmpty();
        }

        @Override
        public int leaves() {
            return Math.max(1, items.stream().mapToInt(YamlNode::leaves).sum());
        }

        @Override
        public Object tree() {
            return items.stream().map(YamlNode::tree).toList();
        }
    }

    /**
     * A mapping.
     *
     * @param fields in the order of the file
     */
    record Mapping(Place place, List<Field> fields) implements YamlNode {
        @Override
        public boolean isEmpty() {
            return fields.isEmpty();
        }

        @Override
        public int leaves() {
            return Math.max(
                    1, fields.stream().mapToInt(field -> field.value().leaves()).sum());
        }

        @Override
        public Object tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            fields.forEach(field -> tree.put(field.key(), field.value().tree()));
            return tree;
        }

        /** Returns the value of a key. */
        public Optional<YamlNode> get(String key) {
            return fields.stream()
                    .filter(field -> field.key().equals(key))
                    .map(Field::value)
                    .reduce((first, last) -> last);
        }

        /** Returns the mapping below a key; one without fields if there is none. */
        public Mapping mapping(String key) {
            return get(key).filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .orElseGet(() -> new Mapping(place, List.of()));
        }
    }

    /**
     * A key and its value.
     *
     * @param place of the key
     */
    record Field(Place place, String key, YamlNode value) {}

    /** Whether nothing is in it. */
    boolean isEmpty();

    /** Returns the texts of a list of scalars, or of one scalar alone. */
    default List<Scalar> scalars() {
        List<Scalar> scalars = new ArrayList<>();
        if (this instanceof Scalar scalar && scalar.kind() != Kind.NULL) {
            scalars.add(scalar);
        } else if (this instanceof Sequence sequence) {
            sequence.items().forEach(item -> scalars.addAll(item.scalars()));
        }
        return scalars;
    }
}
