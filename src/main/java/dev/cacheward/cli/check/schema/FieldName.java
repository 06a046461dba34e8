package dev.cacheward.cli.check.schema;

/**
 * A field in the two ways in which the API server names it.
 *
 * @param plain as the schema does: {@code spec.ttls.users}
 * @param keyed as rules do: {@code spec.ttls[users]}
 */
record FieldName(String plain, String keyed) {
    static final FieldName ROOT = new FieldName("", "");

    FieldName field(String name) {
        return new FieldName(below(plain, name), below(keyed, name));
    }

    FieldName entry(String key) {
        return new FieldName(below(plain, key), keyed + "[" + key + "]");
    }

    FieldName item(int index) {
        return new FieldName(plain + "[" + index + "]", keyed + "[" + index + "]");
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
